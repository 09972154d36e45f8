import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { withLock } from '../lib/lock.mjs';

describe('a lock', () => {
  let folder;
  let file;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'regulars-lock-'));
    file = join(folder, 'lock');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('lets one in at a time', async () => {
    let inside = 0;
    const work = () =>
      withLock(file, async () => {
        inside += 1;
        assert.equal(inside, 1);
        await sleep(20);
        inside -= 1;
      });
    await Promise.all([work(), work(), work()]);
    assert.ok(!existsSync(file));
  });

  it('is open again after a failure', async () => {
    await assert.rejects(
      withLock(file, () => Promise.reject(new Error('broken'))),
      /broken/,
    );
    assert.equal(await withLock(file, async () => 'in'), 'in');
  });

  it('does not wait for the dead', async () => {
    writeFileSync(file, '999999999');
    assert.equal(await withLock(file, async () => 'in'), 'in');
  });
});
