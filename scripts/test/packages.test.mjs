import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { at } from '../lib/paths.mjs';
import { execute } from '../lib/processes.mjs';

const INSTALL = `
  import { aptInstall } from '${at('scripts/lib/packages.mjs')}';
  await Promise.all(['one', 'two'].map((name) => aptInstall([name], { otherwise: 'Please install it by hand.' })));
`;

describe("installing from the system's packages", () => {
  let folder;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'regulars-apt-'));
  });

  after(() => rmSync(folder, { recursive: true }));

  function program(name, script) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  }

  const install = () =>
    execute(process.execPath, ['--input-type=module', '-e', INSTALL], {
      env: { PATH: folder, DATA_DIR: folder },
      allowFailure: true,
    });

  it('says what to do where there is no apt', async () => {
    const { code, output } = await install();
    assert.notEqual(code, 0);
    assert.match(output, /Please install it by hand\./);
  });

  it('asks apt without questions, one after the other', async () => {
    program('sudo', 'shift; "$@"');
    program('true', 'exit 0');
    program('apt-get', `echo "start $*" >> ${folder}/calls; /bin/sleep 0.1; echo "end" >> ${folder}/calls`);
    const { code } = await install();
    assert.equal(code, 0);
    const calls = readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n');
    assert.equal(calls.filter((line) => / install --no-install-recommends (one|two)$/.test(line)).length, 2);
    assert.ok(
      calls.every((line, index) => (index % 2 === 0 ? line.startsWith('start -q -y') : line === 'end')),
    );
  });
});
