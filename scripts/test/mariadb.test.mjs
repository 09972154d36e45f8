import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import mysql from 'mysql2/promise';
import { createAccount, databaseUrl, startMariadb } from '../lib/mariadb.mjs';
import { isAlive } from '../lib/processes.mjs';

const ACCOUNT = { user: 'regulars', password: 'a1b2c3d4', database: 'regulars' };

describe('the private database', () => {
  let dir;
  let server;

  before(() => {
    dir = mkdtempSync(join(tmpdir(), 'regulars-db-'));
  });

  afterEach(() => server?.stop());
  after(() => rmSync(dir, { recursive: true }));

  const start = async () => (server = await startMariadb({ dir, statements: createAccount(ACCOUNT) }));
  const query = async (sql) => {
    const connection = await mysql.createConnection(databaseUrl(ACCOUNT, server.port));
    try {
      return (await connection.query(sql))[0];
    } finally {
      await connection.end();
    }
  };

  it('is there for its user, and for nobody without a password', async () => {
    await start();
    assert.equal((await query("SELECT '老主顾' AS name"))[0].name, '老主顾');
    await assert.rejects(mysql.createConnection(`mysql://root@127.0.0.1:${server.port}/mysql`), /denied/i);
    await assert.rejects(mysql.createConnection(`mysql://127.0.0.1:${server.port}/regulars`), /denied/i);
  });

  it('is taken over when a killed run has left it', async () => {
    const { pid } = await start();
    assert.equal((await start()).pid, pid);
    assert.ok(server.found);
  });

  it('keeps what was committed when it is killed itself', async () => {
    await start();
    await query('CREATE TABLE kept (id INT PRIMARY KEY)');
    await query('INSERT INTO kept VALUES (7)');
    process.kill(server.pid, 'SIGKILL');
    while (isAlive(server.pid)) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await start();
    assert.deepEqual(await query('SELECT id FROM kept'), [{ id: 7 }]);
  });

  it('comes back by itself on its port while it is kept alive', async () => {
    await start();
    const { port, pid } = server;
    const back = new Promise((resolve, reject) =>
      server.keepAlive({ onEnd: () => undefined, onRestart: resolve, onGiveUp: reject }),
    );
    process.kill(pid, 'SIGKILL');
    await back;
    assert.notEqual(server.pid, pid);
    assert.equal(server.port, port);
    assert.deepEqual(await query('SELECT id FROM kept'), [{ id: 7 }]);
  });

  it('is set up anew when its set-up was interrupted', async () => {
    rmSync(join(dir, 'data'), { recursive: true });
    mkdirSync(join(dir, 'data.new/mysql'), { recursive: true });
    await start();
    assert.equal((await query('SELECT 1 AS one'))[0].one, 1);
    assert.ok(!existsSync(join(dir, 'data.new')));
  });

  it('says what its log says when it can not start', async () => {
    renameSync(join(dir, 'data/ibdata1'), join(dir, 'data/ibdata1.away'));
    await assert.rejects(start(), /did not start[\s\S]*ibdata1|InnoDB/i);
  });
});
