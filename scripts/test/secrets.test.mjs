import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { Secrets, makeServerKeys } from '../lib/secrets.mjs';

it('keeps secrets once made, readable by this user alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-secrets-'));
  try {
    const file = join(folder, 'secrets.json');
    const made = await new Secrets(file).group('server', makeServerKeys);
    assert.equal(Buffer.from(made.DATA_KEY, 'base64').length, 32);
    assert.deepEqual(await new Secrets(file).group('server', makeServerKeys), made);
    assert.equal(statSync(file).mode & 0o777, 0o600);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
