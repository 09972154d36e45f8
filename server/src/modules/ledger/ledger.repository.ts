import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import {
  placeholders,
  rowPlaceholders,
  type Reader,
  type SqlValue,
  type Tx,
} from '../../platform/database/index.js';
import type { Cause } from './domain/cause.js';
import type { Leg } from './domain/legs.js';
import type { Lot, LotShare } from './domain/lots.js';
import type { Unit } from './domain/units.js';

/** A transfer as it was booked, seen from the member's account. */
export interface BookedTransfer {
  readonly id: number;
  readonly accountId: number;
  /** Signed. */
  readonly amount: number;
  readonly balanceAfter: number;
}

export interface Reversal {
  readonly id: number;
  readonly amount: number;
}

export interface NewTransfer {
  readonly programId: number;
  readonly unit: Unit;
  readonly fromAccountId: number;
  readonly toAccountId: number;
  readonly amount: number;
  readonly cause: Cause;
  readonly causeKey: string;
  readonly part: number;
  readonly text: string;
  readonly reversesTransferId: number | null;
}

export interface NewEntry {
  readonly transferId: number;
  readonly accountId: number;
  readonly amount: number;
  readonly balanceAfter: number | null;
}

interface LotRow {
  readonly id: number;
  readonly remaining: number;
  readonly expires_at: Date | null;
}

/** All SQL of bookings. Rows are only added; what changes are balances and what remains of a lot. */
@Injectable()
export class LedgerRepository {
  constructor(private readonly clock: Clock) {}

  /** The parts of an earlier booking in their order; empty when the cause was never booked. */
  async booked(reader: Reader, causeKey: string): Promise<BookedTransfer[]> {
    const rows = await reader.query<{
      id: number;
      account_id: number;
      amount: number;
      balance_after: number;
    }>(
      `SELECT transfer.id, entry.account_id, entry.amount, entry.balance_after
         FROM ledger_transfer transfer
         JOIN ledger_entry entry ON entry.transfer_id = transfer.id AND entry.balance_after IS NOT NULL
        WHERE transfer.cause_key = ?
        ORDER BY transfer.part`,
      [causeKey],
    );
    return rows.map((row) => ({
      id: row.id,
      accountId: row.account_id,
      amount: row.amount,
      balanceAfter: row.balance_after,
    }));
  }

  /** The transfers that took or gave a booking back so far. All refer to its first part. */
  reversalsOf(reader: Reader, firstTransferId: number): Promise<Reversal[]> {
    return reader.query<Reversal>('SELECT id, amount FROM ledger_transfer WHERE reverses_transfer_id = ?', [
      firstTransferId,
    ]);
  }

  async openLots(reader: Reader, accountId: number): Promise<Lot[]> {
    const rows = await reader.query<LotRow>(
      'SELECT id, remaining, expires_at FROM ledger_lot WHERE account_id = ? AND remaining > 0',
      [accountId],
    );
    return rows.map(toLot);
  }

  async lotsOf(reader: Reader, transferIds: readonly number[]): Promise<ReadonlySet<number>> {
    const rows = await reader.query<{ id: number }>(
      `SELECT id FROM ledger_lot WHERE transfer_id IN (${placeholders(transferIds.length)})`,
      [...transferIds],
    );
    return new Set(rows.map((row) => row.id));
  }

  /** What these transfers, a spending and what was given back of it, have of each lot in sum. */
  async lotsUsedBy(reader: Reader, transferIds: readonly number[]): Promise<Lot[]> {
    const rows = await reader.query<LotRow>(
      `SELECT lot.id, CAST(SUM(lot_use.amount) AS SIGNED) AS remaining, lot.expires_at
         FROM ledger_lot_use lot_use
         JOIN ledger_lot lot ON lot.id = lot_use.lot_id
        WHERE lot_use.transfer_id IN (${placeholders(transferIds.length)})
        GROUP BY lot.id, lot.expires_at
       HAVING SUM(lot_use.amount) > 0`,
      [...transferIds],
    );
    return rows.map(toLot);
  }

  async addTransfer(tx: Tx, transfer: NewTransfer): Promise<number> {
    const { insertId } = await tx.execute(
      `INSERT INTO ledger_transfer (program_id, unit, from_account_id, to_account_id, amount, cause_kind, cause_id,
         cause_key, part, text, reverses_transfer_id, business_day, at)
       VALUES (${placeholders(13)})`,
      [
        transfer.programId,
        transfer.unit,
        transfer.fromAccountId,
        transfer.toAccountId,
        transfer.amount,
        transfer.cause.kind,
        transfer.cause.id,
        transfer.causeKey,
        transfer.part,
        transfer.text,
        transfer.reversesTransferId,
        this.clock.businessDay(),
        this.clock.now(),
      ],
    );
    return insertId;
  }

  async addEntries(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
    await tx.execute(
      `INSERT INTO ledger_entry (transfer_id, account_id, amount, balance_after)
       VALUES ${rowPlaceholders(entries.length, 4)}`,
      entries.flatMap((entry): SqlValue[] => [
        entry.transferId,
        entry.accountId,
        entry.amount,
        entry.balanceAfter,
      ]),
    );
  }

  async addLot(
    tx: Tx,
    lot: { accountId: number; transferId: number; amount: number; expiresAt: Date | null },
  ): Promise<void> {
    await tx.execute(
      'INSERT INTO ledger_lot (account_id, transfer_id, amount, remaining, expires_at) VALUES (?, ?, ?, ?, ?)',
      [lot.accountId, lot.transferId, lot.amount, lot.amount, lot.expiresAt],
    );
  }

  /** Positive shares take from their lots, negative ones give back. Any number of lots costs two statements. */
  async useLots(tx: Tx, transferId: number, shares: readonly LotShare[]): Promise<void> {
    await tx.execute(
      `INSERT INTO ledger_lot_use (transfer_id, lot_id, amount) VALUES ${rowPlaceholders(shares.length, 3)}`,
      shares.flatMap((share): SqlValue[] => [transferId, share.lotId, share.amount]),
    );
    const { affectedRows } = await tx.execute(
      `UPDATE ledger_lot lot
         JOIN ledger_lot_use lot_use ON lot_use.lot_id = lot.id AND lot_use.transfer_id = ?
          SET lot.remaining = lot.remaining - lot_use.amount
        WHERE lot.remaining - lot_use.amount BETWEEN 0 AND lot.amount`,
      [transferId],
    );
    mustBe(affectedRows, shares.length, 'lots');
  }

  /** What is available never falls below zero, a debt never rises above it. */
  async changeBalance(tx: Tx, role: Leg['role'], accountId: number, change: number): Promise<void> {
    const bound = role === 'available' ? '>= 0' : '<= 0';
    const { affectedRows } = await tx.execute(
      `UPDATE ledger_account SET balance = balance + ? WHERE id = ? AND balance + ? ${bound}`,
      [change, accountId, change],
    );
    mustBe(affectedRows, 1, 'accounts');
  }
}

/** The plan was made under a lock; a row that doesn't fit it means the books are wrong, and nothing is kept. */
function mustBe(changed: number, expected: number, what: string): void {
  if (changed !== expected) {
    throw new Error(`The ledger changed ${changed} ${what} where the plan had ${expected}`);
  }
}

function toLot(row: LotRow): Lot {
  return { id: row.id, remaining: row.remaining, expiresAt: row.expires_at };
}
