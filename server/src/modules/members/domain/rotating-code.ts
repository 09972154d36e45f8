/**
 * A code that shows who holds it and goes stale: what a member's card shows as a QR, and what a store shows at
 * its till. It is 31 characters of QR's alphanumeric set:
 *
 *     kind (1)  version (1)  base32( tag (8 bytes) | subject under a mask (6 bytes) | window (4 bytes) )
 *
 * The tag is a MAC over kind, subject and window, and the mask is drawn from the tag, so two codes of one
 * subject have nothing in common and no code tells the number inside.
 */
export const WINDOW_SECONDS = 30;

export type RotatingKind = 'live' | 'offline';

export interface RotatingCode {
  readonly kind: RotatingKind;
  readonly subject: number;
  /** Which 30 seconds since 1970 it was made in. */
  readonly window: number;
}

/** HMAC under a key that only the server has. */
export type Mac = (text: string) => Buffer;

/**
 * How many windows before the current one are still taken. A live code is taken in the window after its own, so
 * that one scanned at its last second still works. The offline code is shown only while the phone has no
 * network and is taken for five minutes.
 */
const WINDOWS_BACK: Readonly<Record<RotatingKind, number>> = { live: 1, offline: 10 };

const LETTERS: Readonly<Record<RotatingKind, string>> = { live: 'L', offline: 'F' };
const VERSION = '1';
const TAG_BYTES = 8;
const SUBJECT_BYTES = 6;
const WINDOW_BYTES = 4;
const BYTES = TAG_BYTES + SUBJECT_BYTES + WINDOW_BYTES;
const BASE32 = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const CODE = new RegExp(`^([LF])${VERSION}([${BASE32}]{${Math.ceil((BYTES * 8) / 5)}})$`);

export function windowOf(instant: Date): number {
  return Math.floor(instant.getTime() / 1000 / WINDOW_SECONDS);
}

/** The first instant at which codes of this window and kind are no longer taken. */
export function expiryOf(kind: RotatingKind, window: number): Date {
  return new Date((window + 1 + WINDOWS_BACK[kind]) * WINDOW_SECONDS * 1000);
}

export function makeRotatingCode(mac: Mac, code: RotatingCode): string {
  const tag = tagOf(mac, code);
  const subject = Buffer.alloc(SUBJECT_BYTES);
  subject.writeUIntBE(code.subject, 0, SUBJECT_BYTES);
  const window = Buffer.alloc(WINDOW_BYTES);
  window.writeUInt32BE(code.window);
  return LETTERS[code.kind] + VERSION + toBase32(Buffer.concat([tag, masked(mac, tag, subject), window]));
}

/** What a code says, or undefined when it is forged, from the future, or stale. */
export function readRotatingCode(mac: Mac, text: string, now: Date): RotatingCode | undefined {
  const [, letter, body] = CODE.exec(text) ?? [];
  if (letter === undefined || body === undefined) {
    return undefined;
  }
  const bytes = fromBase32(body);
  if (!bytes) {
    return undefined;
  }
  const tag = bytes.subarray(0, TAG_BYTES);
  const code: RotatingCode = {
    kind: letter === LETTERS.live ? 'live' : 'offline',
    subject: masked(mac, tag, bytes.subarray(TAG_BYTES, TAG_BYTES + SUBJECT_BYTES)).readUIntBE(
      0,
      SUBJECT_BYTES,
    ),
    window: bytes.readUInt32BE(TAG_BYTES + SUBJECT_BYTES),
  };
  return sameBytes(tag, tagOf(mac, code)) && isFresh(code, now) ? code : undefined;
}

function isFresh({ kind, window }: RotatingCode, now: Date): boolean {
  const age = windowOf(now) - window;
  return age >= 0 && age <= WINDOWS_BACK[kind];
}

function tagOf(mac: Mac, { kind, subject, window }: RotatingCode): Buffer {
  return mac(`tag.${kind}.${subject}.${window}`).subarray(0, TAG_BYTES);
}

function masked(mac: Mac, tag: Buffer, bytes: Buffer): Buffer {
  const mask = mac(`mask.${tag.toString('hex')}`);
  return Buffer.from(bytes.map((byte, index) => byte ^ (mask[index] ?? 0)));
}

/** Takes the same time wherever the difference is. */
function sameBytes(a: Buffer, b: Buffer): boolean {
  return (
    a.length === b.length &&
    a.reduce((difference, byte, index) => difference | (byte ^ (b[index] ?? 0)), 0) === 0
  );
}

function toBase32(bytes: Buffer): string {
  let bits = BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  for (let length = Math.ceil((BYTES * 8) / 5); length > 0; length -= 1) {
    text = BASE32.charAt(Number(bits & 31n)) + text;
    bits >>= 5n;
  }
  return text;
}

/** Undefined when the one bit that text has and bytes haven't is set: each code has exactly one text. */
function fromBase32(text: string): Buffer | undefined {
  const bits = [...text].reduce((value, letter) => (value << 5n) | BigInt(BASE32.indexOf(letter)), 0n);
  const hex = bits.toString(16).padStart(BYTES * 2, '0');
  return hex.length === BYTES * 2 ? Buffer.from(hex, 'hex') : undefined;
}
