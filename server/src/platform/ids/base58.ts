const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BLOCK_BYTES = 16;
/** 58 ** 22 is the first power above 2 ** 128. */
export const ENCODED_LENGTH = 22;

/** Numbers of 16 bits: times 58 ** 5 and then some they still fit a float, so no BigInt is needed. */
const LIMBS = BLOCK_BYTES / 2;
const LIMB = 0x10000;
/** The digits that are split off or added at once; the first two of an encoded block stand alone. */
const CHUNK = 5;
const CHUNK_BASE = 58 ** CHUNK;

const DIGIT_OF = new Map([...ALPHABET].map((letter, digit) => [letter.charCodeAt(0), digit]));

/** 16 bytes as 22 characters. Runs for every id in every answer. */
export function encodeBlock(block: Buffer): string {
  const limbs = new Array<number>(LIMBS);
  for (let index = 0; index < LIMBS; index += 1) {
    limbs[index] = block.readUInt16BE(index * 2);
  }
  let text = '';
  while (text.length < ENCODED_LENGTH) {
    let rest = 0;
    for (let index = 0; index < LIMBS; index += 1) {
      const value = rest * LIMB + (limbs[index] ?? 0);
      limbs[index] = Math.floor(value / CHUNK_BASE);
      rest = value % CHUNK_BASE;
    }
    for (let digit = 0; digit < CHUNK && text.length < ENCODED_LENGTH; digit += 1) {
      text = ALPHABET.charAt(rest % 58) + text;
      rest = Math.floor(rest / 58);
    }
  }
  return text;
}

/** The 16 bytes that 22 characters stand for, or undefined when they stand for none. */
export function decodeBlock(text: string): Buffer | undefined {
  if (text.length !== ENCODED_LENGTH) {
    return undefined;
  }
  const limbs = new Array<number>(LIMBS).fill(0);
  for (let start = 0; start < ENCODED_LENGTH;) {
    const end = start === 0 ? ENCODED_LENGTH % CHUNK : start + CHUNK;
    let carry = 0;
    for (; start < end; start += 1) {
      const digit = DIGIT_OF.get(text.charCodeAt(start));
      if (digit === undefined) {
        return undefined;
      }
      carry = carry * 58 + digit;
    }
    for (let index = LIMBS - 1; index >= 0; index -= 1) {
      const value = (limbs[index] ?? 0) * CHUNK_BASE + carry;
      limbs[index] = value % LIMB;
      carry = Math.floor(value / LIMB);
    }
    if (carry > 0) {
      return undefined;
    }
  }
  const block = Buffer.allocUnsafe(BLOCK_BYTES);
  limbs.forEach((limb, index) => block.writeUInt16BE(limb, index * 2));
  return block;
}
