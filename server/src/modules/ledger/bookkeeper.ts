import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import { causeKey, type Cause, type CauseRef } from './domain/cause.js';
import { legsOf, textOf, type Leg, type ProgramRole } from './domain/legs.js';
import { sumOf, type LotShare } from './domain/lots.js';
import type { Holdings, Movement } from './domain/movements.js';
import { rulesOf, type Unit } from './domain/units.js';
import { LedgerAccounts, type LockedAccount, type LockedAccounts, type Owner } from './ledger-accounts.js';
import { LedgerRepository, type BookedTransfer, type Reversal } from './ledger.repository.js';

/** What a booking did to the member; the same answer whether it was booked now or before. */
export interface Booking {
  /** Signed change of what can be spent. */
  readonly available: number;
  /** Signed change of the debt account: above zero repaid, below zero owed more. */
  readonly debt: number;
  /** What can be spent afterwards; below zero is what is owed. */
  readonly balanceAfter: number;
}

/** Who, in which unit, and why: every booking has all three. */
export interface BookingRequest {
  readonly owner: Owner;
  readonly unit: Unit;
  readonly cause: Cause;
}

/** A member's accounts in one unit, locked for one cause. */
export interface OpenBook extends BookingRequest {
  readonly key: string;
  readonly accounts: LockedAccounts;
  /** What the member owes, zero or more. Nobody owes and has something to spend at the same time. */
  readonly owed: number;
  /** Set when this cause was booked before: there is nothing left to do. */
  readonly earlier: Booking | undefined;
}

/** An earlier booking that is being taken or given back. */
export interface Original {
  readonly transferIds: readonly number[];
  /** All of it. */
  readonly amount: number;
  readonly reversals: readonly Reversal[];
}

/** Opens a member's book under lock and writes planned movements into it, each as transfers with two entries. */
@Injectable()
export class Bookkeeper {
  constructor(
    private readonly accounts: LedgerAccounts,
    private readonly repository: LedgerRepository,
  ) {}

  async open(tx: Tx, { owner, unit, cause }: BookingRequest): Promise<OpenBook> {
    const accounts = await this.accounts.lock(tx, owner, unit);
    const key = causeKey(cause, unit);
    const before = await this.repository.booked(tx, key);
    mustBelongTo(accounts, before, key);
    const earlier = before.length > 0 ? bookingOf(before, accounts) : undefined;
    return { owner, unit, cause, key, accounts, owed: 0 - (accounts.debt?.balance ?? 0), earlier };
  }

  async holdings(tx: Tx, { unit, accounts }: OpenBook): Promise<Holdings> {
    const lots = rulesOf(unit).lots ? await this.repository.openLots(tx, accounts.available.id) : [];
    return { available: accounts.available.balance, lots };
  }

  /** @throws when the referred cause was never booked for this member. */
  async original(tx: Tx, { unit, accounts }: OpenBook, cause: CauseRef): Promise<Original> {
    const key = causeKey(cause, unit);
    const parts = await this.repository.booked(tx, key);
    const [first] = parts;
    if (!first) {
      throw new Error(`${key} was never booked`);
    }
    mustBelongTo(accounts, parts, key);
    const { available, debt } = bookingOf(parts, accounts);
    return {
      transferIds: parts.map((part) => part.id),
      amount: Math.abs(available + debt),
      reversals: await this.repository.reversalsOf(tx, first.id),
    };
  }

  async book(
    tx: Tx,
    book: OpenBook,
    movement: Movement,
    against: { program: ProgramRole; reverses?: Original; expiresAt?: Date },
  ): Promise<Booking> {
    const booked: BookedTransfer[] = [];
    for (const leg of legsOf(movement)) {
      const programAccountId = await this.accounts.ofProgram(
        tx,
        book.owner.programId,
        book.unit,
        against.program,
      );
      const account = await this.accountOf(tx, book, leg);
      const transfer = await this.transfer(tx, book, leg, {
        account,
        programAccountId,
        part: booked.length,
        reversesTransferId: against.reverses?.transferIds[0] ?? null,
      });
      if (leg.role === 'available' && rulesOf(book.unit).lots) {
        await this.moveLots(tx, transfer, movement, against.expiresAt ?? null);
      }
      await this.repository.changeBalance(tx, leg.role, account.id, leg.amount);
      booked.push(transfer);
    }
    return bookingOf(booked, book.accounts);
  }

  private async accountOf(tx: Tx, { accounts, owner, unit }: OpenBook, leg: Leg): Promise<LockedAccount> {
    return leg.role === 'available'
      ? accounts.available
      : (accounts.debt ?? (await this.accounts.openDebt(tx, owner, unit)));
  }

  private async transfer(
    tx: Tx,
    { owner, unit, cause, key }: OpenBook,
    leg: Leg,
    to: { account: LockedAccount; programAccountId: number; part: number; reversesTransferId: number | null },
  ): Promise<BookedTransfer> {
    const { account, programAccountId } = to;
    const incoming = leg.amount > 0;
    const id = await this.repository.addTransfer(tx, {
      programId: owner.programId,
      unit,
      fromAccountId: incoming ? programAccountId : account.id,
      toAccountId: incoming ? account.id : programAccountId,
      amount: Math.abs(leg.amount),
      cause,
      causeKey: key,
      part: to.part,
      text: textOf(leg, cause.text),
      reversesTransferId: to.reversesTransferId,
    });
    const balanceAfter = account.balance + leg.amount;
    await this.repository.addEntries(tx, [
      { transferId: id, accountId: account.id, amount: leg.amount, balanceAfter },
      { transferId: id, accountId: programAccountId, amount: 0 - leg.amount, balanceAfter: null },
    ]);
    return { id, accountId: account.id, amount: leg.amount, balanceAfter };
  }

  private async moveLots(
    tx: Tx,
    transfer: BookedTransfer,
    { taken, restored }: Movement,
    expiresAt: Date | null,
  ): Promise<void> {
    const shares: LotShare[] = [
      ...taken,
      ...restored.map((share) => ({ ...share, amount: 0 - share.amount })),
    ];
    if (shares.length === 0) {
      const { id: transferId, accountId, amount } = transfer;
      await this.repository.addLot(tx, { accountId, transferId, amount, expiresAt });
      return;
    }
    if (sumOf(shares) !== 0 - transfer.amount) {
      throw new Error(`Transfer ${transfer.id} moves ${transfer.amount} but its lots ${sumOf(shares)}`);
    }
    await this.repository.useLots(tx, transfer.id, shares);
  }
}

function bookingOf(transfers: readonly BookedTransfer[], { available, debt }: LockedAccounts): Booking {
  return {
    available: changeOf(transfers.filter((transfer) => transfer.accountId === available.id)),
    debt: changeOf(transfers.filter((transfer) => transfer.accountId !== available.id)),
    balanceAfter: transfers.at(-1)?.balanceAfter ?? available.balance + (debt?.balance ?? 0),
  };
}

function changeOf(transfers: readonly BookedTransfer[]): number {
  return transfers.reduce((sum, transfer) => sum + transfer.amount, 0);
}

function mustBelongTo(
  { available, debt }: LockedAccounts,
  transfers: readonly BookedTransfer[],
  key: string,
): void {
  if (transfers.some(({ accountId }) => accountId !== available.id && accountId !== debt?.id)) {
    throw new Error(`${key} was booked for another member`);
  }
}
