import assert from 'node:assert/strict';
import { it } from 'node:test';
import { oneTimeCode } from '../lib/totp.mjs';

// RFC 6238, appendix B: the key "12345678901234567890" in base32, SHA-1, last six digits.
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

for (const [second, code] of [
  [59, '287082'],
  [1111111109, '081804'],
  [1234567890, '005924'],
  [20000000000, '353130'],
]) {
  it(`shows ${code} at second ${second}`, () => assert.equal(oneTimeCode(SECRET, second * 1000), code));
}
