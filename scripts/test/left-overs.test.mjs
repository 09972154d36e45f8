import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { claim, recordPids, release } from '../lib/left-overs.mjs';
import { at } from '../lib/paths.mjs';
import { end, isAlive } from '../lib/processes.mjs';

const WAIT = 'setInterval(() => undefined, 1000)';

describe('one data folder, one run', () => {
  let folder;
  let child;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'regulars-run-'));
  });

  afterEach(async () => {
    await end(child.pid);
    rmSync(folder, { recursive: true });
  });

  const start = async (...args) => {
    child = spawn(process.execPath, ['-e', WAIT, ...args], { stdio: 'ignore' });
    await new Promise((resolve) => child.once('spawn', resolve));
    return child.pid;
  };

  it('refuses a second run while the first lives', async () => {
    writeFileSync(join(folder, 'run.lock'), String(await start('run.mjs', 'start')));
    await assert.rejects(claim(folder), /already running \(process \d+\)/);
  });

  it('takes over from a run that was killed, and ends what it left running', async () => {
    const pid = await start(at('server/dist/main.js'));
    writeFileSync(join(folder, 'run.lock'), '999999999');
    recordPids(folder, { api: pid });
    await claim(folder);
    assert.ok(!isAlive(pid));
    release(folder);
  });

  it('leaves alone who has got a recorded number since', async () => {
    const pid = await start('/somebody/else.js');
    recordPids(folder, { api: pid });
    await claim(folder);
    assert.ok(isAlive(pid));
  });
});
