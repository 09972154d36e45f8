import { Injectable } from '@nestjs/common';
import type { LedgerCause } from '@regulars/shared';
import { JoinedReads, placeholders, type Reader, type SqlValue } from '../../platform/database/index.js';
import { causeKey } from './domain/cause.js';
import type { MemberRole } from './domain/legs.js';
import { UNITS, type Unit } from './domain/units.js';
import type { Owner } from './ledger-accounts.js';

export interface Balance {
  readonly available: number;
  readonly pending: number;
  /** What is owed, zero or more. */
  readonly debt: number;
}

/** What a cause booked of a unit, and how much of it was reversed since. */
export interface Booked {
  readonly causeId: number;
  readonly amount: number;
  readonly reversed: number;
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

export interface WaitingEarning {
  readonly id: number;
  readonly amount: number;
  readonly maturesAt: Date;
  readonly text: string;
  /** When it was earned. */
  readonly at: Date;
}

/** Where a walk through what lapses stands. */
export interface LapsingPlace {
  readonly at: Date;
  readonly accountId: number;
}

export interface LapsingOfMember extends LapsingPlace, Owner {
  readonly amount: number;
}

export interface Lapsing {
  readonly at: Date;
  readonly amount: number;
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

const nameOf = ({ memberId, programId }: Owner): string => `${memberId} ${programId}`;

/** Entries looked at in one go. */
const BOOKED_MAX = 2000;

/** What members own, to read. */
@Injectable()
export class LedgerStatements {
  private readonly owned = new JoinedReads<Owner, AccountRow[]>(nameOf, async (reader, owners) => {
    const rows = await reader.query<AccountRow & Owner>(
      `SELECT id, unit, role, balance, owner_id AS memberId, program_id AS programId FROM ledger_account
        WHERE owner_kind = 'member' AND owner_id IN (${placeholders(owners.length)})
          AND program_id IN (${placeholders(owners.length)})`,
      [...owners.map(({ memberId }) => memberId), ...owners.map(({ programId }) => programId)],
    );
    return new Map(
      owners.map((owner) => [nameOf(owner), rows.filter((row) => nameOf(row) === nameOf(owner))]),
    );
  });

  /**
   * Members booked on since the entry `after`, and up to which entry everything is older than `settled`: those that are
   * younger may still be overtaken by an entry with a lower id.
   */
  async bookedAfter(
    reader: Reader,
    after: number,
    settled: Date,
  ): Promise<{ owners: Owner[]; settledTo: number }> {
    const rows = await reader.query<Owner & { entryId: number; at: Date }>(
      `SELECT entry.id AS entryId, transfer.at, account.owner_id AS memberId, account.program_id AS programId
         FROM ledger_entry entry
         JOIN ledger_transfer transfer ON transfer.id = entry.transfer_id
         JOIN ledger_account account ON account.id = entry.account_id
        WHERE entry.id > ? AND account.owner_kind = 'member' ORDER BY entry.id LIMIT ${BOOKED_MAX}`,
      [after],
    );
    const firstYoung = rows.find(({ at }) => at > settled);
    return {
      owners: [
        ...new Map(
          rows.map(({ memberId, programId }) => [nameOf({ memberId, programId }), { memberId, programId }]),
        ).values(),
      ],
      settledTo: firstYoung ? firstYoung.entryId - 1 : (rows.at(-1)?.entryId ?? after),
    };
  }

  /** The id of the newest entry. */
  async lastEntry(reader: Reader): Promise<number> {
    const row = await reader.one<{ id: number | null }>('SELECT MAX(id) AS id FROM ledger_entry');
    return row?.id ?? 0;
  }

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

  /**
   * Newest first. What repaid or became a debt is listed too, so that the balances follow on one another; what waits
   * is not: see {@link waiting}.
   */
  async entries(
    reader: Reader,
    owner: Owner,
    unit: Unit,
    page: { before?: number; limit: number },
  ): Promise<StatementEntry[]> {
    const accounts = (await this.accounts(reader, owner)).filter(
      (account) => account.unit === unit && account.role !== 'pending',
    );
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

  /** Of causes that booked nothing there is nothing to tell. */
  async booked(
    reader: Reader,
    kind: LedgerCause,
    unit: Unit,
    causeIds: readonly number[],
  ): Promise<Booked[]> {
    if (causeIds.length === 0) {
      return [];
    }
    return reader.query<Booked>(
      `SELECT transfer.cause_id AS causeId, CAST(SUM(transfer.amount) AS SIGNED) AS amount,
              CAST(SUM(COALESCE((SELECT SUM(reversal.amount) FROM ledger_transfer reversal
                                  WHERE reversal.reverses_transfer_id = transfer.id), 0)) AS SIGNED) AS reversed
         FROM ledger_transfer transfer
        WHERE transfer.cause_key IN (${placeholders(causeIds.length)})
        GROUP BY transfer.cause_id`,
      causeIds.map((id) => causeKey({ kind, id }, unit)),
    );
  }

  /** What waits, the soonest first. */
  async waiting(reader: Reader, owner: Owner, unit: Unit, limit: number): Promise<WaitingEarning[]> {
    return reader.query<WaitingEarning>(
      `SELECT hold.id, hold.amount - hold.taken_back AS amount, hold.due_at AS maturesAt, transfer.text, transfer.at
         FROM ledger_account account
         JOIN ledger_hold hold ON hold.account_id = account.id AND hold.due_at IS NOT NULL
         JOIN ledger_transfer transfer ON transfer.id = hold.transfer_id
        WHERE account.owner_kind = 'member' AND account.owner_id = ? AND account.program_id = ? AND account.unit = ?
          AND account.role = 'pending'
        ORDER BY hold.due_at, hold.id
        LIMIT ?`,
      [owner.memberId, owner.programId, unit, String(limit)],
    );
  }

  /** What lapses before an instant, by when it does, the soonest first. */
  async lapsing(reader: Reader, owner: Owner, unit: Unit, before: Date): Promise<Lapsing[]> {
    return reader.query<Lapsing>(
      `SELECT lot.due_at AS at, CAST(SUM(lot.remaining) AS SIGNED) AS amount
         FROM ledger_account account
         JOIN ledger_lot lot ON lot.account_id = account.id AND lot.remaining > 0 AND lot.due_at < ?
        WHERE account.owner_kind = 'member' AND account.owner_id = ? AND account.program_id = ? AND account.unit = ?
          AND account.role = 'available'
        GROUP BY lot.due_at
        ORDER BY lot.due_at`,
      [before, owner.memberId, owner.programId, unit],
    );
  }

  /** What all members of a unit lose within some time, ordered, after a place in that order. */
  async lapsingWithin(
    reader: Reader,
    { from, to, after, limit }: { from: Date; to: Date; after?: LapsingPlace; limit: number },
  ): Promise<LapsingOfMember[]> {
    const place = after ?? { at: from, accountId: 0 };
    return reader.query<LapsingOfMember>(
      `SELECT lot.due_at AS at, account.id AS accountId, account.owner_id AS memberId, account.program_id AS programId,
              CAST(SUM(lot.remaining) AS SIGNED) AS amount
         FROM ledger_lot lot JOIN ledger_account account ON account.id = lot.account_id
        WHERE lot.due_at >= ? AND lot.due_at < ? AND (lot.due_at > ? OR lot.account_id > ?)
        GROUP BY lot.due_at, lot.account_id
        ORDER BY lot.due_at, lot.account_id
        LIMIT ?`,
      [place.at, to, place.at, place.accountId, String(limit)],
    );
  }

  private async accounts(reader: Reader, owner: Owner): Promise<readonly AccountRow[]> {
    return (await this.owned.of(reader, owner)) ?? [];
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
