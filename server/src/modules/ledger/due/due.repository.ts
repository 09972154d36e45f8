import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import {
  placeholders,
  rowPlaceholders,
  type Reader,
  type SqlValue,
  type Tx,
} from '../../../platform/database/index.js';
import type { MemberRole } from '../domain/legs.js';
import type { Lot, LotShare } from '../domain/lots.js';
import type { NewTransfer } from '../ledger.repository.js';
import type { Unit } from '../domain/units.js';

/** A member's account among many, locked. */
export interface ManyAccount {
  readonly id: number;
  readonly memberId: number;
  readonly programId: number;
  readonly unit: Unit;
  readonly role: MemberRole;
  readonly balance: number;
}

export interface DueHoldRow {
  readonly id: number;
  readonly accountId: number;
  readonly waiting: number;
  readonly expiresAt: Date | null;
  readonly text: string;
}

/** A transfer of many, with what its two entries say. */
export interface BulkTransfer extends Omit<NewTransfer, 'reversesTransferId'> {
  /** Null for an account that keeps no balance. */
  readonly fromAfter: number | null;
  readonly toAfter: number | null;
}

/** SQL that books for many members at once: a fixed number of statements for any number of them. */
@Injectable()
export class DueRepository {
  constructor(private readonly clock: Clock) {}

  /** The accounts with earnings that are due, the longest due first. */
  async accountsToMature(reader: Reader, by: Date, limit: number): Promise<number[]> {
    const rows = await reader.query<{ account_id: number }>(
      'SELECT account_id FROM ledger_hold WHERE due_at <= ? ORDER BY due_at, id LIMIT ?',
      [by, String(limit)],
    );
    return [...new Set(rows.map((row) => row.account_id))];
  }

  /** The accounts with lots that have lapsed, the longest lapsed first. */
  async accountsToLapse(reader: Reader, by: Date, limit: number): Promise<number[]> {
    const rows = await reader.query<{ account_id: number }>(
      'SELECT account_id FROM ledger_lot WHERE due_at <= ? ORDER BY due_at, account_id LIMIT ?',
      [by, String(limit)],
    );
    return [...new Set(rows.map((row) => row.account_id))];
  }

  /** All accounts of the owners of these, in one order for everybody, so that two runs never wait for each other in a circle. */
  async lockSiblings(tx: Tx, accountIds: readonly number[]): Promise<ManyAccount[]> {
    return tx.query<ManyAccount>(
      `SELECT sibling.id, sibling.owner_id AS memberId, sibling.program_id AS programId, sibling.unit, sibling.role,
              sibling.balance
         FROM ledger_account named
         JOIN ledger_account sibling ON sibling.owner_kind = named.owner_kind AND sibling.owner_id = named.owner_id
          AND sibling.program_id = named.program_id AND sibling.unit = named.unit
        WHERE named.id IN (${placeholders(accountIds.length)})
        ORDER BY sibling.id
          FOR UPDATE`,
      [...accountIds],
    );
  }

  async lock(tx: Tx, accountIds: readonly number[]): Promise<ManyAccount[]> {
    return tx.query<ManyAccount>(
      `SELECT id, owner_id AS memberId, program_id AS programId, unit, role, balance FROM ledger_account
        WHERE id IN (${placeholders(accountIds.length)}) ORDER BY id FOR UPDATE`,
      [...accountIds],
    );
  }

  async dueHolds(tx: Tx, accountIds: readonly number[], by: Date): Promise<DueHoldRow[]> {
    return tx.query<DueHoldRow>(
      `SELECT hold.id, hold.account_id AS accountId, hold.amount - hold.taken_back AS waiting,
              hold.expires_at AS expiresAt, transfer.text
         FROM ledger_hold hold JOIN ledger_transfer transfer ON transfer.id = hold.transfer_id
        WHERE hold.account_id IN (${placeholders(accountIds.length)}) AND hold.due_at <= ?
        ORDER BY hold.due_at, hold.id`,
      [...accountIds, by],
    );
  }

  async lapsedLots(
    tx: Tx,
    accountIds: readonly number[],
    by: Date,
  ): Promise<(Lot & { readonly accountId: number })[]> {
    return tx.query<Lot & { readonly accountId: number }>(
      `SELECT id, account_id AS accountId, remaining, expires_at AS expiresAt FROM ledger_lot
        WHERE account_id IN (${placeholders(accountIds.length)}) AND remaining > 0 AND expires_at <= ?`,
      [...accountIds, by],
    );
  }

  /** @returns the number of each transfer by its cause and part */
  async addTransfers(tx: Tx, transfers: readonly BulkTransfer[]): Promise<(of: BulkTransfer) => number> {
    const day = this.clock.businessDay();
    const now = this.clock.now();
    await tx.execute(
      `INSERT INTO ledger_transfer (program_id, unit, from_account_id, to_account_id, amount, cause_kind, cause_id,
         cause_key, part, text, business_day, at)
       VALUES ${rowPlaceholders(transfers.length, 12)}`,
      transfers.flatMap((transfer): SqlValue[] => [
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
        day,
        now,
      ]),
    );
    // Read back rather than counted up from the first: a cluster leaves gaps.
    const keys = [...new Set(transfers.map(({ causeKey }) => causeKey))];
    const rows = await tx.query<{ id: number; cause_key: string; part: number }>(
      `SELECT id, cause_key, part FROM ledger_transfer WHERE cause_key IN (${placeholders(keys.length)})`,
      keys,
    );
    const ids = new Map(rows.map((row) => [`${row.cause_key}#${row.part}`, row.id]));
    const idOf = ({ causeKey, part }: BulkTransfer): number => {
      const id = ids.get(`${causeKey}#${part}`);
      if (id === undefined) {
        throw new Error(`${causeKey} was not booked`);
      }
      return id;
    };
    await this.addEntries(tx, transfers, idOf);
    return idOf;
  }

  async addLots(
    tx: Tx,
    lots: readonly { accountId: number; transferId: number; amount: number; expiresAt: Date | null }[],
  ): Promise<void> {
    if (lots.length > 0) {
      await tx.execute(
        `INSERT INTO ledger_lot (account_id, transfer_id, amount, remaining, expires_at)
         VALUES ${rowPlaceholders(lots.length, 5)}`,
        lots.flatMap((lot): SqlValue[] => [
          lot.accountId,
          lot.transferId,
          lot.amount,
          lot.amount,
          lot.expiresAt,
        ]),
      );
    }
  }

  /** The holds end, each with the transfer that opened its lot; what only repaid a debt has none. */
  async endHolds(tx: Tx, holdIds: readonly number[], transferIds: readonly number[]): Promise<void> {
    const { affectedRows } = await tx.execute(
      `UPDATE ledger_hold hold
         LEFT JOIN (SELECT transfer.cause_id AS hold_id, transfer.id FROM ledger_transfer transfer
                      JOIN ledger_lot lot ON lot.transfer_id = transfer.id
                     WHERE transfer.id IN (${placeholders(transferIds.length)})) matured ON matured.hold_id = hold.id
          SET hold.matured_at = ?, hold.matured_transfer_id = matured.id
        WHERE hold.id IN (${placeholders(holdIds.length)}) AND hold.matured_at IS NULL`,
      [...transferIds, this.clock.now(), ...holdIds],
    );
    mustBe(affectedRows, holdIds.length, 'holds');
  }

  /** @returns the number of each lapse by its account */
  async addLapses(
    tx: Tx,
    lapses: readonly { accountId: number; amount: number }[],
  ): Promise<ReadonlyMap<number, number>> {
    const now = this.clock.now();
    await tx.execute(
      `INSERT INTO ledger_lapse (account_id, amount, at) VALUES ${rowPlaceholders(lapses.length, 3)}`,
      lapses.flatMap(({ accountId, amount }): SqlValue[] => [accountId, amount, now]),
    );
    const rows = await tx.query<{ id: number; account_id: number }>(
      `SELECT id, account_id FROM ledger_lapse WHERE at = ? AND account_id IN (${placeholders(lapses.length)})`,
      [now, ...lapses.map(({ accountId }) => accountId)],
    );
    return new Map(rows.map((row) => [row.account_id, row.id]));
  }

  async useUpLots(
    tx: Tx,
    uses: readonly { readonly transferId: number; readonly share: LotShare }[],
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO ledger_lot_use (transfer_id, lot_id, amount) VALUES ${rowPlaceholders(uses.length, 3)}`,
      uses.flatMap(({ transferId, share }): SqlValue[] => [transferId, share.lotId, share.amount]),
    );
    const { affectedRows } = await tx.execute(
      `UPDATE ledger_lot SET remaining = 0 WHERE remaining > 0 AND id IN (${placeholders(uses.length)})`,
      uses.map(({ share }) => share.lotId),
    );
    mustBe(affectedRows, uses.length, 'lots');
  }

  /** Moves each balance by what its entries of these transfers say. */
  async moveBalances(tx: Tx, transferIds: readonly number[], accounts: number): Promise<void> {
    const { affectedRows } = await tx.execute(
      `UPDATE ledger_account account
         JOIN (SELECT account_id, SUM(amount) AS amount FROM ledger_entry
                WHERE transfer_id IN (${placeholders(transferIds.length)}) AND balance_after IS NOT NULL
                GROUP BY account_id) moved ON moved.account_id = account.id
          SET account.balance = account.balance + moved.amount`,
      [...transferIds],
    );
    mustBe(affectedRows, accounts, 'accounts');
  }

  private async addEntries(
    tx: Tx,
    transfers: readonly BulkTransfer[],
    idOf: (of: BulkTransfer) => number,
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO ledger_entry (transfer_id, account_id, amount, balance_after)
       VALUES ${rowPlaceholders(transfers.length * 2, 4)}`,
      transfers.flatMap((transfer): SqlValue[] => [
        idOf(transfer),
        transfer.fromAccountId,
        0 - transfer.amount,
        transfer.fromAfter,
        idOf(transfer),
        transfer.toAccountId,
        transfer.amount,
        transfer.toAfter,
      ]),
    );
  }
}

function mustBe(changed: number, expected: number, what: string): void {
  if (changed !== expected) {
    throw new Error(`The ledger changed ${changed} ${what} where the plan had ${expected}`);
  }
}
