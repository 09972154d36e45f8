import { createHmac } from 'node:crypto';

const STEP_MS = 30_000;
const DIGITS = 6;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The code an authenticator app shows right now (RFC 6238), so that nobody needs one to try the console. */
export function oneTimeCode(base32Secret: string, now: number): { code: string; secondsLeft: number } {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / STEP_MS)));
  const digest = createHmac('sha1', fromBase32(base32Secret)).update(counter).digest();
  const offset = (digest[digest.length - 1] ?? 0) & 0x0f;
  const number = (digest.readUInt32BE(offset) & 0x7fff_ffff) % 10 ** DIGITS;
  return {
    code: String(number).padStart(DIGITS, '0'),
    secondsLeft: Math.ceil((STEP_MS - (now % STEP_MS)) / 1000),
  };
}

function fromBase32(text: string): Buffer {
  const bits = [...text.toUpperCase().replaceAll(/[ =]/g, '')]
    .map((letter) => BASE32.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
}
