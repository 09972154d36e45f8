import type { Connection, RowDataPacket } from 'mysql2/promise';
import { CLAIMS } from '@regulars/server/modules/ledger/index';
import { BARE_DUE, PROGRAM } from './seed.js';

/** Accounts in one transaction. */
const RANGE = 20_000;

/** What somebody would type who has only SQL: each stretch of accounts in a few statements, nothing to be told. */
export async function bareMaturing(connection: Connection): Promise<void> {
  await byAccounts(connection, async (range) => {
    const before = await lastTransfer(connection);
    await connection.query(
      `INSERT INTO ledger_transfer (program_id, unit, from_account_id, to_account_id, amount, cause_kind, cause_id,
         cause_key, part, text, business_day, at)
       SELECT pending.program_id, pending.unit, pending.id, available.id, hold.amount - hold.taken_back, 'points.matured',
              hold.id, CONCAT('points.matured:', hold.id, ':points'), 0, '消费获得积分', CURRENT_DATE, UTC_TIMESTAMP(3)
         FROM ledger_hold hold
         JOIN ledger_account pending ON pending.id = hold.account_id
         JOIN ledger_account available ON available.owner_kind = 'member' AND available.owner_id = pending.owner_id
          AND available.program_id = pending.program_id AND available.unit = pending.unit AND available.role = 'available'
        WHERE hold.account_id ${range} AND hold.due_at <= ${BARE_DUE} FOR UPDATE`,
    );
    const made = `transfer.cause_kind = 'points.matured' AND transfer.id > ${before} AND transfer.from_account_id ${range}`;
    await connection.query(
      `INSERT INTO ledger_entry (transfer_id, account_id, amount, balance_after)
       SELECT transfer.id, account.id, IF(account.id = transfer.to_account_id, 1, -1) * transfer.amount,
              account.balance + IF(account.id = transfer.to_account_id, 1, -1) * transfer.amount
         FROM ledger_transfer transfer
         JOIN ledger_account account ON account.id IN (transfer.from_account_id, transfer.to_account_id)
        WHERE ${made}`,
    );
    await connection.query(
      `INSERT INTO ledger_lot (account_id, transfer_id, amount, remaining, expires_at)
       SELECT transfer.to_account_id, transfer.id, transfer.amount, transfer.amount, hold.expires_at
         FROM ledger_transfer transfer JOIN ledger_hold hold ON hold.id = transfer.cause_id WHERE ${made}`,
    );
    await connection.query(
      `UPDATE ledger_hold hold JOIN ledger_transfer transfer ON transfer.cause_id = hold.id
          SET hold.matured_at = UTC_TIMESTAMP(3), hold.matured_transfer_id = transfer.id WHERE ${made}`,
    );
    await moveBalances(connection, made);
  });
}

export async function bareExpiry(connection: Connection): Promise<void> {
  await byAccounts(connection, async (range) => {
    const before = await lastTransfer(connection);
    await connection.query(
      `INSERT INTO ledger_lapse (account_id, amount, at)
       SELECT account_id, SUM(remaining), ${BARE_DUE} FROM ledger_lot
        WHERE account_id ${range} AND remaining > 0 AND due_at <= ${BARE_DUE} GROUP BY account_id`,
    );
    await connection.query(
      `INSERT INTO ledger_transfer (program_id, unit, from_account_id, to_account_id, amount, cause_kind, cause_id,
         cause_key, part, text, business_day, at)
       SELECT account.program_id, account.unit, account.id, ${PROGRAM.expired}, lapse.amount, 'lots.expired', lapse.id,
              CONCAT('lots.expired:', lapse.id, ':points'), 0, '积分到期', CURRENT_DATE, UTC_TIMESTAMP(3)
         FROM ledger_lapse lapse JOIN ledger_account account ON account.id = lapse.account_id
        WHERE lapse.account_id ${range} AND lapse.at > UTC_TIMESTAMP(3) FOR UPDATE`,
    );
    const made = `transfer.cause_kind = 'lots.expired' AND transfer.id > ${before} AND transfer.from_account_id ${range}`;
    await connection.query(
      `INSERT INTO ledger_entry (transfer_id, account_id, amount, balance_after)
       SELECT transfer.id, account.id, IF(account.id = transfer.to_account_id, 1, -1) * transfer.amount,
              account.balance - transfer.amount
         FROM ledger_transfer transfer
         JOIN ledger_account account ON account.id IN (transfer.from_account_id, transfer.to_account_id)
        WHERE ${made}`,
    );
    await connection.query(
      `INSERT INTO ledger_lot_use (transfer_id, lot_id, amount)
       SELECT transfer.id, lot.id, lot.remaining
         FROM ledger_transfer transfer
         JOIN ledger_lot lot ON lot.account_id = transfer.from_account_id AND lot.remaining > 0 AND lot.due_at <= ${BARE_DUE}
        WHERE ${made}`,
    );
    await connection.query(
      `UPDATE ledger_lot lot JOIN ledger_lot_use lot_use ON lot_use.lot_id = lot.id
         JOIN ledger_transfer transfer ON transfer.id = lot_use.transfer_id
          SET lot.remaining = 0 WHERE ${made}`,
    );
    await moveBalances(connection, made);
  });
}

/** The same claims, each in one statement over everything. @returns how much contradicts them */
export async function bareProof(connection: Connection): Promise<number> {
  let violations = 0;
  for (const { sql } of CLAIMS) {
    const [rows] = await connection.query<RowDataPacket[]>(sql, [0, Number.MAX_SAFE_INTEGER]);
    violations += rows.length;
  }
  return violations;
}

async function byAccounts(connection: Connection, work: (range: string) => Promise<void>): Promise<void> {
  const [[row]] = await connection.query<RowDataPacket[]>('SELECT MAX(id) AS last FROM ledger_account');
  for (let from = 0; from < Number(row?.['last']); from += RANGE) {
    await connection.query('START TRANSACTION');
    await work(`BETWEEN ${from + 1} AND ${from + RANGE}`);
    await connection.query('COMMIT');
  }
}

async function lastTransfer(connection: Connection): Promise<number> {
  const [[row]] = await connection.query<RowDataPacket[]>('SELECT MAX(id) AS last FROM ledger_transfer');
  return Number(row?.['last'] ?? 0);
}

async function moveBalances(connection: Connection, made: string): Promise<void> {
  await connection.query(
    `UPDATE ledger_account account
       JOIN ledger_entry entry ON entry.account_id = account.id
       JOIN ledger_transfer transfer ON transfer.id = entry.transfer_id
        SET account.balance = entry.balance_after WHERE ${made} AND entry.balance_after IS NOT NULL`,
  );
}
