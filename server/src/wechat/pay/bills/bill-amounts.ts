import { Malformed } from '../../http/fields.js';

/** Bills write yuan as text; here they become whole numbers digit by digit, never by way of a float. */
export function fenOf(text: string): number {
  return scaled(text, 2);
}

/** Fees have up to five decimals: thousandths of a fen. */
export function milliFenOf(text: string): number {
  return scaled(text, 5);
}

/** How many decimals an amount is given with. */
export function decimalsOf(text: string): number {
  return /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
}

function scaled(text: string, decimalsMax: number): number {
  const match = /^(-?)(\d{1,10})(?:\.(\d{1,5}))?$/.exec(text);
  const decimals = match?.[3] ?? '';
  if (!match || decimals.length > decimalsMax) {
    throw new Malformed(`"${text.slice(0, 20)}" is not an amount with ${decimalsMax} decimals`);
  }
  const whole = Number(`${match[2]}${decimals.padEnd(decimalsMax, '0')}`);
  return match[1] === '-' && whole !== 0 ? -whole : whole;
}
