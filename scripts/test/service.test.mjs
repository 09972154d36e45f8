import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { anyPort } from '../lib/ports.mjs';
import { isAlive } from '../lib/processes.mjs';
import { Service } from '../lib/service.mjs';

const WEB_SERVER = "require('node:http').createServer((q, r) => r.end('ok')).listen(process.env.PORT)";

describe('a service', () => {
  let folder;
  let service;
  let events;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'regulars-service-'));
  });

  afterEach(async () => {
    await service.stop();
    rmSync(folder, { recursive: true });
  });

  async function make(script) {
    const port = await anyPort();
    writeFileSync(join(folder, 'main.cjs'), script);
    events = { ended: [], restarted: 0, givenUp: undefined };
    service = new Service(
      {
        name: 'sample',
        title: 'sample',
        args: [join(folder, 'main.cjs')],
        cwd: folder,
        env: { PORT: String(port), FOLDER: folder },
        log: join(folder, 'sample.log'),
        health: `http://127.0.0.1:${port}/`,
      },
      {
        onEnd: (_, why) => events.ended.push(why),
        onRestart: () => (events.restarted += 1),
        onGiveUp: (error) => (events.givenUp = error),
      },
    );
    return service;
  }

  it('is up when it answers, and gone after stop', async () => {
    await (await make(WEB_SERVER)).start();
    const { pid } = service;
    assert.ok(isAlive(pid));
    await service.stop();
    assert.ok(!isAlive(pid));
    assert.deepEqual(events.ended, []);
  });

  it('is started again when somebody kills it, as often as they do', async () => {
    await (await make(WEB_SERVER)).start();
    for (const times of [1, 2, 3, 4]) {
      process.kill(service.pid, 'SIGKILL');
      await until(() => events.restarted === times && isAlive(service.pid));
      await until(() => answers(service.health));
    }
    assert.equal(events.givenUp, undefined);
    assert.deepEqual(events.ended, Array(4).fill('ended by SIGKILL'));
  });

  it('says why when it can not start', async () => {
    await make("console.error('no such setting'); process.exit(3)");
    await assert.rejects(service.start(), /sample did not start[\s\S]*no such setting/);
  });

  it('is given up when it never comes back', async () => {
    const once = `const fs = require('node:fs'), mark = process.env.FOLDER + '/once';
      if (fs.existsSync(mark)) { console.error('broken since'); process.exit(1); }
      fs.writeFileSync(mark, ''); ${WEB_SERVER}`;
    await (await make(once)).start();
    process.kill(service.pid, 'SIGKILL');
    await until(() => events.givenUp);
    assert.match(events.givenUp.message, /could not be started again[\s\S]*broken since/);
    assert.ok(existsSync(service.log));
  });
});

async function until(condition) {
  for (const end = Date.now() + 10_000; Date.now() < end; await sleep(20)) {
    if (await condition()) {
      return;
    }
  }
  assert.fail('did not happen in time');
}

const answers = (url) =>
  fetch(url).then(
    (response) => response.ok,
    () => false,
  );
