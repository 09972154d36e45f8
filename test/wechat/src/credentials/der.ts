/** The few pieces of ASN.1 DER that a certificate needs: tag, length, content. */
function element(tag: number, ...parts: Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag, ...lengthBytes(content.length)]), content]);
}

function lengthBytes(length: number): number[] {
  if (length < 0x80) {
    return [length];
  }
  const bytes = bigEndian(length);
  return [0x80 | bytes.length, ...bytes];
}

function bigEndian(value: number): number[] {
  return value < 256 ? [value] : [...bigEndian(Math.floor(value / 256)), value % 256];
}

export const sequence = (...parts: Uint8Array[]): Buffer => element(0x30, ...parts);
export const set = (...parts: Uint8Array[]): Buffer => element(0x31, ...parts);
export const nothing = (): Buffer => element(0x05);
export const utf8 = (text: string): Buffer => element(0x0c, Buffer.from(text, 'utf8'));
export const octets = (content: Uint8Array): Buffer => element(0x04, content);
export const flag = (value: boolean): Buffer => element(0x01, Buffer.from([value ? 0xff : 0]));
export const bits = (content: Uint8Array, unused = 0): Buffer =>
  element(0x03, Buffer.from([unused]), content);

/** A context-specific wrapper such as [0] or [3]. */
export const tagged = (number: number, content: Uint8Array): Buffer => element(0xa0 | number, content);

/** A non-negative whole number; a leading one-bit would mean a negative one, hence the zero byte. */
export function integer(bytes: Uint8Array): Buffer {
  const [head = 0] = bytes;
  return element(0x02, head >= 0x80 ? Buffer.from([0]) : Buffer.alloc(0), bytes);
}

export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const groups = [first * 40 + second, ...rest].map((arc) => base128(arc));
  return element(0x06, Buffer.from(groups.flat()));
}

function base128(value: number, last = true): number[] {
  const low = (value & 0x7f) | (last ? 0 : 0x80);
  return value < 0x80 ? [low] : [...base128(value >>> 7, false), low];
}

/** UTCTime up to 2049, GeneralizedTime from then on. */
export function time(instant: Date): Buffer {
  const stamp = `${instant.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`;
  return instant.getUTCFullYear() < 2050
    ? element(0x17, Buffer.from(stamp.slice(2), 'ascii'))
    : element(0x18, Buffer.from(stamp, 'ascii'));
}
