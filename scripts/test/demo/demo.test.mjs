import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import mysql from 'mysql2/promise';
import { loadDemo } from '../../dist/demo/load/load-demo.js';
import { prove } from '../../dist/proof/prove.js';
import { RULES } from '../../dist/proof/rules/index.js';
import { build } from '../../lib/builds.mjs';
import { at } from '../../lib/paths.mjs';
import { execute, launch } from '../../lib/processes.mjs';
import { standInEnvironment } from '../../lib/wechat.mjs';

const SERVER = process.env.TEST_DATABASE_URL ?? 'mysql://root@127.0.0.1:33060/';
const RECIPE = {
  members: 300,
  days: 120,
  seed: 'a seed',
  now: new Date('2026-06-10T09:30:00Z'),
  today: '2026-06-10',
};
/** Whether something is sealed well is the server's own test. */
const SEALS = {
  seal: (text) => `sealed.${Buffer.from(text).toString('hex')}`,
  index: (_kind, text) => text.padEnd(32, '0'),
};

describe('the demo data', () => {
  let server;
  const databases = [];

  before(async () => {
    server = await mysql.createConnection(SERVER);
  });

  after(async () => {
    for (const { name, connection } of databases) {
      await connection.end();
      await server.query(`DROP DATABASE ${name}`);
    }
    await server.end();
  });

  /** An empty database with all tables. */
  async function migrated() {
    const name = `demo_${randomBytes(8).toString('hex')}`;
    await server.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
    const url = new URL(name, SERVER).toString();
    await execute(process.execPath, [at('server/dist/migrate.js')], { env: { DATABASE_URL: url } });
    const connection = await mysql.createConnection({ uri: url, timezone: 'Z' });
    databases.push({ name, connection });
    return { name, url, connection };
  }

  const load = ({ url }) => loadDemo(RECIPE, { databaseUrl: url, appId: 'wx1', mchId: '1900', seals: SEALS });

  describe('of a small shop', () => {
    let database;

    before(async () => {
      database = await migrated();
      await load(database);
    });

    it('breaks none of the rules that never break, and has something to check for nearly all', async () => {
      let checked = 0;
      for await (const { check, counted, violations } of prove(database.connection, RULES)) {
        assert.deepEqual(violations, [], check.claim);
        checked += counted > 0 ? 1 : 0;
      }
      assert.ok(checked > RULES.flatMap(({ checks }) => checks).length - 5);
    });

    it('points nowhere that is not there', async () => {
      for (const { table, column, target, key } of await foreignKeys(database)) {
        const [rows] = await database.connection.query(
          `SELECT source.* FROM ${table} source LEFT JOIN ${target} target ON target.${key} = source.${column}
            WHERE source.${column} IS NOT NULL AND target.${key} IS NULL LIMIT 3`,
        );
        assert.deepEqual(rows, [], `${table}.${column} → ${target}`);
      }
    });

    it('has nothing twice that may be there once', async () => {
      for (const { table, columns } of await uniqueKeys(database)) {
        const filled = columns.map((column) => `${column} IS NOT NULL`).join(' AND ');
        const [rows] = await database.connection.query(
          `SELECT ${columns} FROM ${table} WHERE ${filled} GROUP BY ${columns} HAVING COUNT(*) > 1 LIMIT 3`,
        );
        assert.deepEqual(rows, [], `${table} (${columns})`);
      }
    });

    it('ends with the present', async () => {
      for (const [table, column] of [
        ['customer_order', 'created_at'],
        ['order_event', 'at'],
        ['ledger_transfer', 'at'],
        ['check_in', 'at'],
        ['redemption', 'collected_at'],
        ['refund', 'succeeded_at'],
        ['membership', 'joined_at'],
      ]) {
        const [[{ latest }]] = await database.connection.query(
          `SELECT MAX(${column}) AS latest FROM ${table}`,
        );
        assert.ok(latest <= new Date(RECIPE.now.getTime() + 60_000), `${table}.${column}: ${latest}`);
      }
    });

    it('numbers orders and bookings in the order in which they happened', async () => {
      for (const [table, column] of [
        ['customer_order', 'created_at'],
        ['check_in', 'at'],
        ['membership', 'joined_at'],
      ]) {
        const [rows] = await database.connection.query(
          `SELECT one.id FROM ${table} one JOIN ${table} next ON next.id = one.id + 1
            WHERE next.${column} < one.${column} AND one.id > 60 LIMIT 3`,
        );
        assert.deepEqual(rows, [], table);
      }
      const [late] = await database.connection.query(
        `SELECT id, at FROM (SELECT entry.id, transfer.at, LAG(transfer.at) OVER (PARTITION BY entry.account_id ORDER BY entry.id) AS before_at
           FROM ledger_entry entry JOIN ledger_transfer transfer ON transfer.id = entry.transfer_id
           JOIN ledger_account account ON account.id = entry.account_id AND account.owner_kind = 'member') entries
          WHERE at < before_at LIMIT 3`,
      );
      assert.deepEqual(late, []);
    });

    it('is the same again from the same seed', async () => {
      const again = await migrated();
      await load(again);
      const tables =
        'customer_order, order_line, ledger_entry, ledger_lot, check_in, membership, redemption, live_code_scan';
      const [first] = await database.connection.query(`CHECKSUM TABLE ${tables}`);
      const [second] = await again.connection.query(`CHECKSUM TABLE ${tables}`);
      assert.deepEqual(
        second.map(({ Checksum }) => Checksum),
        first.map(({ Checksum }) => Checksum),
      );
    });
  });

  describe('brought by the start', () => {
    const folder = mkdtempSync(join(tmpdir(), 'regulars-demo-'));
    const factsFile = join(folder, 'demo.json');
    // Its credentials are the only ones that are easily had.
    before(() => build('wechat'));
    after(() => rmSync(folder, { recursive: true }));

    const base64 = (bytes) => randomBytes(bytes).toString('base64');
    const keys = { DATA_KEY: base64(32), ID_KEY: base64(16), SESSION_KEY: base64(32) };

    async function environment({ url }) {
      return {
        ...(await standInEnvironment(folder, 1)),
        ...keys,
        // No stand-in listens here: a real app id keeps the loader from looking for one.
        WECHAT_APP_ID: 'wx8888888888888888',
        PUBLIC_URL: 'http://127.0.0.1:1',
        MEDIA_DIR: join(folder, 'media'),
        DEMO_FACTS: factsFile,
        DATABASE_URL: url,
        DEMO_DAYS: '30',
        DEMO_MEMBERS: '150',
      };
    }

    const main = at('scripts/dist/demo/main.js');
    const start = async (database, allowFailure = false) =>
      execute(process.execPath, [main], { env: await environment(database), allowFailure });
    const facts = () => JSON.parse(readFileSync(factsFile, 'utf8'));

    it('says where to begin, and the second time changes nothing', async () => {
      const database = await migrated();
      await start(database);
      const first = facts();
      const { brandId, storeCode, liveCode, staffOpenid, admin } = first;
      assert.match(brandId, /^br_/);
      assert.match(admin.totpSecret, /^[A-Z2-7]{32}$/);
      const [[found]] = await database.connection.query(
        `SELECT (SELECT COUNT(*) FROM store WHERE code = ?) AS stores, (SELECT COUNT(*) FROM live_code WHERE code = ?) AS codes,
                (SELECT COUNT(*) FROM staff JOIN identity ON identity.member_id = staff.member_id WHERE identity.openid = ?) AS staff,
                (SELECT COUNT(*) FROM member) AS members`,
        [storeCode, liveCode, staffOpenid],
      );
      const { members: before, ...places } = found;
      assert.deepEqual(places, { stores: 1, codes: 1, staff: 1 });
      assert.ok(before > 140 && before <= 150, `${before} members`);
      await start(database);
      assert.deepEqual(facts(), first);
      const [[{ members }]] = await database.connection.query('SELECT COUNT(*) AS members FROM member');
      assert.equal(members, before);
    });

    it('begins anew when it was killed half-way', async () => {
      const database = await migrated();
      const child = launch(process.execPath, [main, '--members', '8000', '--days', '180'], {
        env: await environment(database),
      });
      const ended = new Promise((resolve) => child.once('close', resolve));
      await untilRows(database.connection);
      child.kill('SIGKILL');
      await ended;
      const { output } = await start(database);
      assert.match(output, /begun anew/);
      const [[{ members }]] = await database.connection.query('SELECT COUNT(*) AS members FROM member');
      assert.ok(members <= 150, `${members} members`);
      for await (const { check, violations } of prove(database.connection, RULES)) {
        assert.deepEqual(violations, [], check.claim);
      }
    });

    it('leaves a database alone that holds data of its own', async () => {
      const database = await migrated();
      await database.connection.query(
        "INSERT INTO program (id, name, created_at) VALUES (1, '别人的会员', NOW(3))",
      );
      await database.connection.query(
        `INSERT INTO brand (id, program_id, name, slogan, industry, logo_url, cover_url, theme, persona, created_at)
         VALUES (1, 1, '别人的店', '', '', '', '', '{}', '{}', NOW(3))`,
      );
      const { code, output } = await start(database, true);
      assert.notEqual(code, 0);
      assert.match(output, /holds data of its own/);
      const [[{ members }]] = await database.connection.query('SELECT COUNT(*) AS members FROM member');
      assert.equal(members, 0);
    });
  });
});

async function untilRows(connection) {
  for (let tries = 0; tries < 600; tries += 1) {
    const [[{ n }]] = await connection.query('SELECT COUNT(*) AS n FROM ledger_transfer');
    if (n > 0) {
      return;
    }
    await sleep(25);
  }
  throw new Error('The load never wrote a row');
}

/** Those the schema declares; between modules there are none, so the ones that matter most are added. */
async function foreignKeys({ name, connection }) {
  const [declared] = await connection.query(
    `SELECT table_name AS \`table\`, column_name AS \`column\`, referenced_table_name AS target, referenced_column_name AS \`key\`
       FROM information_schema.key_column_usage WHERE table_schema = ? AND referenced_table_name IS NOT NULL`,
    [name],
  );
  return [
    ...declared,
    ...[
      ['membership', 'brand_id', 'brand'],
      ['membership', 'store_id', 'store'],
      ['membership', 'live_code_id', 'live_code'],
      ['live_code_scan', 'identity_id', 'identity'],
      ['live_code_scan', 'membership_id', 'membership'],
      ['check_in', 'member_id', 'member'],
      ['check_in', 'store_id', 'store'],
      ['check_in', 'staff_id', 'staff'],
      ['customer_order', 'member_id', 'member'],
      ['customer_order', 'store_id', 'store'],
      ['order_line', 'sku_id', 'sku'],
      ['stock', 'sku_id', 'sku'],
      ['stock', 'store_id', 'store'],
      ['stock_reservation', 'order_id', 'customer_order'],
      ['payment', 'order_id', 'customer_order'],
      ['redemption', 'collected_by_staff_id', 'staff'],
      ['staff', 'member_id', 'member'],
      ['product', 'brand_id', 'brand'],
      ['reward', 'brand_id', 'brand'],
    ].map(([table, column, target]) => ({ table, column, target, key: 'id' })),
  ];
}

async function uniqueKeys({ name, connection }) {
  const [rows] = await connection.query(
    `SELECT table_name AS \`table\`, GROUP_CONCAT(column_name ORDER BY seq_in_index) AS columns
       FROM information_schema.statistics WHERE table_schema = ? AND non_unique = 0 AND table_name <> 'migration'
      GROUP BY table_name, index_name`,
    [name],
  );
  return rows.map(({ table, columns }) => ({ table, columns: columns.split(',') }));
}
