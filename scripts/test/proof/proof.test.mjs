import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import mysql from 'mysql2/promise';
import { prove } from '../../dist/proof/prove.js';
import { RULES } from '../../dist/proof/rules/index.js';
import { at } from '../../lib/paths.mjs';
import { execute } from '../../lib/processes.mjs';
import { SOUND_WORLD } from './sound-world.mjs';

const SERVER = process.env.TEST_DATABASE_URL ?? 'mysql://root@127.0.0.1:33060/';

/** For each claim, what breaks it. */
const PLANTED = {
  'the entries of every unit sum to zero in every program':
    'UPDATE ledger_entry SET amount = 6 WHERE transfer_id = 2 AND account_id = 3',
  'a transfer has two entries, one for each of its sides':
    'DELETE FROM ledger_entry WHERE transfer_id = 2 AND account_id = 1',
  'a balance is the sum of its entries': 'UPDATE ledger_account SET balance = 1 WHERE id = 3',
  'a running balance follows from the one before':
    'UPDATE ledger_entry SET balance_after = 64 WHERE transfer_id = 2 AND account_id = 3',
  'the lots of an account sum to what it can spend': 'UPDATE ledger_lot SET remaining = 1 WHERE id = 2',
  'what is left of a lot is what it was less its uses':
    'DELETE FROM ledger_lot_use WHERE transfer_id = 6 AND lot_id = 2',
  'every booking has a cause that happened to this member': 'DELETE FROM check_in WHERE id = 1',
  'the same cause never books twice':
    "UPDATE ledger_transfer SET cause_kind = 'order.paid', cause_key = 'order.paid:1:points:again' WHERE id = 2",
  'nothing is taken or given back beyond what was booked':
    'UPDATE ledger_transfer SET amount = 26 WHERE id = 7',
  'an order earned what is booked for it': 'UPDATE order_earning SET points = 59',
  'no account that can be spent from was ever below zero':
    'UPDATE ledger_entry SET balance_after = -1 WHERE transfer_id = 6 AND account_id = 3',
  'nobody owes and has something to spend at once': 'UPDATE ledger_account SET balance = 1 WHERE id = 3',
  'debt arises only from taking back what a refund undid':
    'UPDATE ledger_transfer SET reverses_transfer_id = NULL WHERE id = 7',
  'on hand is never less than reserved': 'UPDATE stock SET reserved = 11',
  'the movements sum to what is on hand': 'UPDATE stock SET on_hand = 11',
  'what is held for orders is what is reserved': 'UPDATE stock SET reserved = 1',
  'what was taken for orders has left the stock, once':
    'UPDATE stock_movement SET quantity = -3 WHERE id = 2',
  'an order holds, has taken or has released exactly its pieces, as its state says':
    "UPDATE stock_reservation SET state = 'taken' WHERE order_id = 2",
  'a member has taken as many of a reward as live redemptions say': 'UPDATE reward_taken SET taken = 2',
  'a redemption cost exactly its points, and a cancelled one gave them back':
    'UPDATE redemption SET points = 29 WHERE id = 1',
  'no reward was given beyond its stock': 'UPDATE reward SET stock = -1',
  'lines and freight sum to what is to pay': 'UPDATE order_line SET total_fen = 4999 WHERE id = 1',
  'list prices sum to the goods, and goods and freight less discount are what is to pay':
    'UPDATE order_line SET list_fen = 3001 WHERE id = 1',
  'every fen of discount is a step that names its rule':
    "UPDATE customer_order SET steps = REPLACE(steps, '-1000', '-999') WHERE id = 1",
  'an order is paid in full or not at all': 'UPDATE customer_order SET paid_fen = 5799 WHERE id = 1',
  'what an order gave back is what its refunds brought, never more than was paid':
    'UPDATE customer_order SET refunded_fen = 5799 WHERE id = 1',
  'no line gives back more than was paid for it, and a refunded order gives back all of it':
    'UPDATE order_line SET refunded_fen = 5001 WHERE id = 1',
  'a paid order has its one payment of exactly this amount':
    'UPDATE payment SET amount_fen = 5799 WHERE id = 1',
  'a payment counts for the order it was made for': "UPDATE payment SET status = 'paid' WHERE id = 2",
  'money that no order wanted is being given back': 'DELETE FROM refund WHERE id = 2',
  'the refunds of one payment never exceed it': 'UPDATE refund SET amount_fen = 5801 WHERE id = 1',
  'an order only ever moved forward, and is where its history ends':
    "INSERT INTO order_event (order_id, at, status, actor, note) VALUES (1, NOW(3), 'paid', 'system', '')",
};

describe('the proof', () => {
  const name = `proof_${randomBytes(8).toString('hex')}`;
  let server;
  let connection;

  before(async () => {
    server = await mysql.createConnection(SERVER);
    await server.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
    const url = new URL(name, SERVER).toString();
    await execute(process.execPath, [at('server/dist/migrate.js')], { env: { DATABASE_URL: url } });
    connection = await mysql.createConnection(url);
  });

  after(async () => {
    await connection?.end();
    await server.query(`DROP DATABASE ${name}`);
    await server.end();
  });

  beforeEach(() => connection.beginTransaction());
  afterEach(() => connection.rollback());

  async function findings(...statements) {
    for (const statement of statements) {
      await connection.query(statement);
    }
    const found = [];
    for await (const finding of prove(connection, RULES)) {
      found.push(finding);
    }
    return found;
  }

  it('has something to plant for every claim', () => {
    assert.deepEqual(
      Object.keys(PLANTED),
      RULES.flatMap(({ checks }) => checks.map(({ claim }) => claim)),
    );
  });

  it('finds nothing in an empty database', async () => {
    assert.deepEqual(
      (await findings()).flatMap(({ violations }) => violations),
      [],
    );
  });

  it('finds nothing in a sound one, and has looked at something for every claim', async () => {
    for (const { check, counted, violations } of await findings(...SOUND_WORLD)) {
      assert.deepEqual(violations, [], check.claim);
      assert.ok(counted > 0 || HELD.includes(check.claim), check.claim);
    }
  });

  for (const [claim, planted] of Object.entries(PLANTED)) {
    it(`finds what breaks: ${claim}`, async () => {
      // The database itself refuses most of this; the proof must not depend on it.
      await connection.query('SET check_constraint_checks = 0, foreign_key_checks = 0');
      const broken = (await findings(...SOUND_WORLD, planted)).filter(
        ({ violations }) => violations.length > 0,
      );
      assert.ok(broken.map(({ check }) => check.claim).includes(claim));
    });
  }
});

/** At rest nothing is held for an order. */
const HELD = ['what is held for orders is what is reserved'];
