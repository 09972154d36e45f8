import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { packagesInstalled } from '../lib/installed.mjs';

describe('what is installed', () => {
  let root;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'regulars-installed-'));
    manifest('.', { devDependencies: { '@scope/tool': '1' } });
    manifest('server', { dependencies: { fastify: '5' } });
    install('.', '@scope/tool');
    install('server', 'fastify');
    for (const name of ['@scope+tool@1', 'fastify@5']) {
      mkdirSync(join(root, 'node_modules/.pnpm', name), { recursive: true });
    }
  });

  afterEach(() => rmSync(root, { recursive: true }));

  function manifest(folder, content) {
    mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, folder, 'package.json'), JSON.stringify(content));
  }

  function install(folder, name) {
    mkdirSync(join(root, folder, 'node_modules', name), { recursive: true });
    writeFileSync(join(root, folder, 'node_modules', name, 'package.json'), '{}');
  }

  const installed = () => packagesInstalled(root, ['.', 'server']);

  it('is counted while nothing is missing', () => {
    assert.equal(installed(), 2);
  });

  it('is not whole when a package misses what it depends on', () => {
    rmSync(join(root, 'server/node_modules/fastify'), { recursive: true });
    assert.equal(installed(), undefined);
  });

  it('is another number when something that nobody depends on directly is gone', () => {
    rmSync(join(root, 'node_modules/.pnpm/fastify@5'), { recursive: true });
    assert.equal(installed(), 1);
  });

  it('is nothing on a fresh machine', () => {
    rmSync(join(root, 'node_modules'), { recursive: true });
    assert.equal(installed(), undefined);
  });
});
