import { TOTP } from 'otpauth';
import { newOneTimeSecret, oneTimeUri, stepOfCode } from './one-time-codes.js';

const now = new Date('2026-06-01T04:00:10.000Z');
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
const codeAt = (seconds: number) =>
  TOTP.generate({ secret: secretOf(secret), timestamp: now.getTime() + seconds * 1000 });
const secretOf = (base32: string) => new TOTP({ secret: base32 }).secret;

describe('one-time codes', () => {
  it('agrees with the vector of RFC 6238', () => {
    expect(stepOfCode(secret, '287082', new Date(59_000))).toBe(1);
  });

  it('takes the code of now and its neighbours, and says which it was', () => {
    const step = Math.floor(now.getTime() / 30_000);
    expect(stepOfCode(secret, codeAt(0), now)).toBe(step);
    expect(stepOfCode(secret, codeAt(-30), now)).toBe(step - 1);
    expect(stepOfCode(secret, codeAt(30), now)).toBe(step + 1);
    expect(stepOfCode(secret, codeAt(-60), now)).toBeUndefined();
    expect(stepOfCode(secret, codeAt(60), now)).toBeUndefined();
  });

  it('takes nothing that is no code', () => {
    for (const text of ['', '12345', '1234567', 'abcdef']) {
      expect(stepOfCode(secret, text, now)).toBeUndefined();
    }
  });

  it('makes secrets of 160 bits and addresses that an authenticator app reads', () => {
    expect(newOneTimeSecret()).toMatch(/^[A-Z2-7]{32}$/);
    expect(oneTimeUri(secret, 'lin@example.com')).toMatch(
      /^otpauth:\/\/totp\/.*lin%40example\.com\?.*secret=GEZDGNBV/,
    );
  });
});
