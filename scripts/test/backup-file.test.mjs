import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { mustBeWhole } from '../lib/backup-file.mjs';

const SQL = `${'INSERT INTO t VALUES (1);\n'.repeat(5000)}\n-- Dump completed on 2026-06-01 12:00:00\n`;

describe('a backup that is to be restored', () => {
  let folder;

  before(() => (folder = mkdtempSync(join(tmpdir(), 'regulars-backup-'))));
  after(() => rmSync(folder, { recursive: true }));

  const file = (content) => {
    const path = join(folder, 'backup.sql.gz');
    writeFileSync(path, content);
    return path;
  };

  it('is taken when it is whole', async () => {
    await mustBeWhole(file(gzipSync(SQL)));
  });

  it('is refused when it was cut off, as a file or as a dump', async () => {
    const whole = gzipSync(SQL);
    await assert.rejects(mustBeWhole(file(whole.subarray(0, whole.length - 20))), /Nothing was changed/);
    await assert.rejects(mustBeWhole(file(gzipSync(SQL.slice(0, -60)))), /its end is missing/);
  });

  it('is refused when it is something else', async () => {
    await assert.rejects(mustBeWhole(file('not a backup')), /cannot be read as a backup/);
    await assert.rejects(mustBeWhole(file(gzipSync('DROP DATABASE regulars;'))), /its end is missing/);
  });
});
