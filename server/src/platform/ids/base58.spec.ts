import fc from 'fast-check';
import { ENCODED_LENGTH, decodeBlock, encodeBlock } from './base58.js';

const blocks = fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes));
const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** The same by definition, slowly. */
function byDefinition(block: Buffer): string {
  let rest = BigInt(`0x${block.toString('hex')}`);
  let text = '';
  for (; text.length < ENCODED_LENGTH; rest /= 58n) {
    text = ALPHABET.charAt(Number(rest % 58n)) + text;
  }
  return text;
}

describe('base 58', () => {
  it('writes a block as the number it is', () => {
    fc.assert(fc.property(blocks, (block) => encodeBlock(block) === byDefinition(block)));
    expect(encodeBlock(Buffer.alloc(16))).toBe('1'.repeat(ENCODED_LENGTH));
    expect(encodeBlock(Buffer.alloc(16, 0xff))).toBe(byDefinition(Buffer.alloc(16, 0xff)));
  });

  it('reads back what it wrote', () => {
    fc.assert(fc.property(blocks, (block) => decodeBlock(encodeBlock(block))?.equals(block) === true));
  });

  it('reads nothing from what is no block', () => {
    const largest = encodeBlock(Buffer.alloc(16, 0xff));
    const above = largest.slice(0, -1) + ALPHABET.charAt(ALPHABET.indexOf(largest.slice(-1)) + 1);
    expect(decodeBlock(above)).toBeUndefined();
    expect(decodeBlock('z'.repeat(ENCODED_LENGTH))).toBeUndefined();
    expect(decodeBlock('1'.repeat(ENCODED_LENGTH - 1))).toBeUndefined();
    expect(decodeBlock(`${'1'.repeat(ENCODED_LENGTH - 1)}0`)).toBeUndefined();
    expect(decodeBlock('老'.repeat(ENCODED_LENGTH))).toBeUndefined();
  });
});
