import { Injectable } from '@nestjs/common';
import type { LedgerCause } from '@regulars/shared';
import type { Reader, SqlValue } from '../../platform/database/index.js';
import type { MemberRole } from './domain/legs.js';
import { UNITS, type Unit } from './domain/units.js';
import type { Owner } from './ledger-accounts.js';

export interface Balance {
  readonly available: number;
  readonly pending: number;
  /** What is owed, zero or more. */
  readonly debt: number;
}

export type Balances = Readonly<Record<Unit, Balance>>;

export interface StatementEntry {
  readonly id: number;
  /** Signed. */
  readonly amount: number;
  /** Below zero: what is owed. */
  readonly balanceAfter: number;
  readonly cause: LedgerCause;
  readonly causeId: number;
  readonly text: string;
  readonly at: Date;
}

interface AccountRow {
  readonly id: number;
  readonly unit: Unit;
  readonly role: MemberRole;
  readonly balance: number;
}

interface EntryRow {
  readonly id: number;
  readonly amount: number;
  readonly balance_after: number;
  readonly cause_kind: LedgerCause;
  readonly cause_id: number;
  readonly text: string;
  readonly at: Date;
}

/** What members own, to read. */
@Injectable()
export class LedgerStatements {
  /** Every unit in one statement. */
  async balances(reader: Reader, owner: Owner): Promise<Balances> {
    const rows = await this.accounts(reader, owner);
    const of = (unit: Unit, role: MemberRole): number =>
      rows.find((row) => row.unit === unit && row.role === role)?.balance ?? 0;
    return Object.fromEntries(
      UNITS.map((unit) => [
        unit,
        { available: of(unit, 'available'), pending: of(unit, 'pending'), debt: 0 - of(unit, 'debt') },
      ]),
    ) as Record<Unit, Balance>;
  }

  /** Newest first. What repaid or became a debt is listed too, so that the balances follow on one another. */
  async entries(
    reader: Reader,
    owner: Owner,
    unit: Unit,
    page: { before?: number; limit: number },
  ): Promise<StatementEntry[]> {
    const accounts = (await this.accounts(reader, owner)).filter((account) => account.unit === unit);
    if (accounts.length === 0) {
      return [];
    }
    // One short range per account: an IN list would read and sort the whole history for each page.
    const ranges = accounts.map(
      () => `(SELECT id, transfer_id, amount, balance_after FROM ledger_entry
               WHERE account_id = ? AND id < ? ORDER BY id DESC LIMIT ?)`,
    );
    const before = page.before ?? Number.MAX_SAFE_INTEGER;
    // As text: MySQL refuses a number here, which the binary protocol carries as a double.
    const limit = String(page.limit);
    const rows = await reader.query<EntryRow>(
      `SELECT entry.id, entry.amount, entry.balance_after, transfer.cause_kind, transfer.cause_id, transfer.text, transfer.at
         FROM (${ranges.join(' UNION ALL ')}) entry
         JOIN ledger_transfer transfer ON transfer.id = entry.transfer_id
        ORDER BY entry.id DESC
        LIMIT ?`,
      [...accounts.flatMap(({ id }): SqlValue[] => [id, before, limit]), limit],
    );
    return rows.map(toEntry);
  }

  private accounts(reader: Reader, owner: Owner): Promise<AccountRow[]> {
    return reader.query<AccountRow>(
      `SELECT id, unit, role, balance FROM ledger_account
        WHERE owner_kind = 'member' AND owner_id = ? AND program_id = ?`,
      [owner.memberId, owner.programId],
    );
  }
}

function toEntry(row: EntryRow): StatementEntry {
  return {
    id: row.id,
    amount: row.amount,
    balanceAfter: row.balance_after,
    cause: row.cause_kind,
    causeId: row.cause_id,
    text: row.text,
    at: row.at,
  };
}
