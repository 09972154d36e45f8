import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { MemberRole, ProgramRole } from './domain/legs.js';
import type { Unit } from './domain/units.js';

/** A member's side of a unit in a program. */
export interface Owner {
  readonly memberId: number;
  readonly programId: number;
}

export interface LockedAccount {
  readonly id: number;
  readonly balance: number;
}

/** A member's accounts in one unit, locked: nobody else books on them until this transaction ends. */
export interface LockedAccounts {
  readonly available: LockedAccount;
  /** Exists once something was owed. */
  readonly debt: LockedAccount | undefined;
}

interface AccountRow extends LockedAccount {
  readonly role: MemberRole;
}

/** Finds accounts and opens them on first use, safely under parallel calls. */
@Injectable()
export class LedgerAccounts {
  /** Program accounts never change and carry no balance, so their ids may be remembered. */
  private readonly programAccounts = new Map<string, number>();

  constructor(private readonly clock: Clock) {}

  async lock(tx: Tx, owner: Owner, unit: Unit): Promise<LockedAccounts> {
    const found = await this.lockExisting(tx, owner, unit);
    if (found) {
      return found;
    }
    await this.open(tx, 'member', owner.memberId, owner.programId, unit, 'available');
    const opened = await this.lockExisting(tx, owner, unit);
    if (!opened) {
      throw new Error(`The ${unit} account of member ${owner.memberId} could not be opened`);
    }
    return opened;
  }

  /** Only for an owner whose accounts are locked. */
  async openDebt(tx: Tx, owner: Owner, unit: Unit): Promise<LockedAccount> {
    const id = await this.open(tx, 'member', owner.memberId, owner.programId, unit, 'debt');
    return { id, balance: 0 };
  }

  async ofProgram(tx: Tx, programId: number, unit: Unit, role: ProgramRole): Promise<number> {
    const key = `${programId}:${unit}:${role}`;
    const remembered = this.programAccounts.get(key);
    if (remembered !== undefined) {
      return remembered;
    }
    const id =
      (await this.programAccountId(tx, programId, unit, role)) ??
      (await this.open(tx, 'program', programId, programId, unit, role));
    // Not before the commit: an account opened by a transaction that rolls back never was.
    tx.afterCommit(() => this.programAccounts.set(key, id));
    return id;
  }

  private async lockExisting(tx: Tx, owner: Owner, unit: Unit): Promise<LockedAccounts | undefined> {
    const rows = await tx.query<AccountRow>(
      `SELECT id, role, balance FROM ledger_account
        WHERE owner_kind = 'member' AND owner_id = ? AND program_id = ? AND unit = ?
          FOR UPDATE`,
      [owner.memberId, owner.programId, unit],
    );
    const available = rows.find((row) => row.role === 'available');
    return available && { available, debt: rows.find((row) => row.role === 'debt') };
  }

  private async programAccountId(
    tx: Tx,
    programId: number,
    unit: Unit,
    role: ProgramRole,
  ): Promise<number | undefined> {
    const row = await tx.one<{ id: number }>(
      `SELECT id FROM ledger_account
        WHERE owner_kind = 'program' AND owner_id = ? AND program_id = ? AND unit = ? AND role = ?`,
      [programId, programId, unit, role],
    );
    return row?.id;
  }

  /** Whoever comes second waits for the first and gets the same account. */
  private async open(
    tx: Tx,
    ownerKind: 'member' | 'program',
    ownerId: number,
    programId: number,
    unit: Unit,
    role: MemberRole | ProgramRole,
  ): Promise<number> {
    const { insertId } = await tx.execute(
      `INSERT INTO ledger_account (owner_kind, owner_id, program_id, unit, role, balance, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id)`,
      [ownerKind, ownerId, programId, unit, role, ownerKind === 'member' ? 0 : null, this.clock.now()],
    );
    return insertId;
  }
}
