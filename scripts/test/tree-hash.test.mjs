import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { treeHash } from '../lib/tree-hash.mjs';

describe('the hash of sources', () => {
  let folder;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'regulars-hash-'));
    mkdirSync(join(folder, 'src'));
    writeFileSync(join(folder, 'src/a.ts'), 'a');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const hash = () => treeHash([join(folder, 'src'), join(folder, 'missing')], 'v20');

  it('stays while nothing changes, built output included', () => {
    const before = hash();
    mkdirSync(join(folder, 'src/dist'));
    writeFileSync(join(folder, 'src/dist/a.js'), 'a');
    assert.equal(hash(), before);
  });

  it('changes with contents, names and what else is told', () => {
    const before = hash();
    writeFileSync(join(folder, 'src/a.ts'), 'b');
    const changed = hash();
    renameSync(join(folder, 'src/a.ts'), join(folder, 'src/c.ts'));
    assert.equal(new Set([before, changed, hash(), treeHash([join(folder, 'src')], 'v22')]).size, 4);
  });
});
