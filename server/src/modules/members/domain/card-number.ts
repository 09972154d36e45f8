/** Digits before the check digit. */
const BODY_DIGITS = 11;
const FIRST_BODY = 10 ** (BODY_DIGITS - 1);

/** How many card numbers there are: pick one at random, so that nobody can count a brand's members. */
export const CARD_NUMBERS = 9 * FIRST_BODY;

/** The card number of a random whole number from 0 to {@link CARD_NUMBERS} - 1: 12 digits, never a leading zero. */
export function cardNumberOf(random: number): string {
  const body = String(FIRST_BODY + random);
  return body + checkDigit(body);
}

/** False for a mistyped number: any single wrong digit and nearly every swap of neighbours is caught. */
export function isCardNumber(text: string): boolean {
  return /^[1-9]\d{11}$/.test(text) && checkDigit(text.slice(0, -1)) === text.slice(-1);
}

/** The digit that makes the Luhn sum a multiple of ten. */
function checkDigit(body: string): string {
  const sum = [...body].reverse().reduce((total, digit, index) => total + luhnValue(Number(digit), index), 0);
  return String((10 - (sum % 10)) % 10);
}

function luhnValue(digit: number, indexFromRight: number): number {
  const weighted = indexFromRight % 2 === 0 ? digit * 2 : digit;
  return weighted > 9 ? weighted - 9 : weighted;
}
