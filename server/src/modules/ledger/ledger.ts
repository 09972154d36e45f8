import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/http/index.js';
import { Bookkeeper, type Booking, type BookingRequest, type Original } from './bookkeeper.js';
import type { CauseRef } from './domain/cause.js';
import { planClawBack, planEarning, planGivingBack, planSpending, planWaiting } from './domain/movements.js';
import { rulesOf, type Unit } from './domain/units.js';
import type { Owner } from './ledger-accounts.js';
import { LedgerRepository } from './ledger.repository.js';

/** For how long what had lapsed before it was given back can still be used. */
const REVIVED_MS = 7 * 86_400_000;

/**
 * The only writer of points, growth and whatever else a member can own. Each command opens the member's book under
 * lock, answers a cause that was booked before with what was booked then, plans by pure rules what changes, and
 * books it. Nothing is ever edited: a correction is a further transfer.
 */
@Injectable()
export class Ledger {
  constructor(
    private readonly bookkeeper: Bookkeeper,
    private readonly repository: LedgerRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds what was earned; a debt is repaid first. With `maturesAt` in the future it waits until then, can be taken
   * back without harm, and repays and can be spent only afterwards.
   */
  async earn(
    tx: Tx,
    request: BookingRequest & { amount: number; maturesAt?: Date; expiresAt?: Date },
  ): Promise<Booking> {
    const { amount, expiresAt } = request;
    mustBePositive(amount);
    this.mustBeTimely(request);
    const book = await this.bookkeeper.open(tx, request);
    if (book.earlier) {
      return book.earlier;
    }
    const maturesAt =
      request.maturesAt && request.maturesAt > this.clock.now() ? request.maturesAt : undefined;
    const movement = maturesAt ? planWaiting(amount) : planEarning(book.owed, amount);
    return this.bookkeeper.book(tx, book, movement, { program: 'issued', maturesAt, expiresAt });
  }

  /** Whoever decides by what a member has or was given: nobody else books for them until this transaction ends. */
  async hold(tx: Tx, owner: Owner, unit: Unit): Promise<void> {
    await this.bookkeeper.hold(tx, owner, unit);
  }

  /** Takes what is spent, or refuses with `not_enough_points` and how many are missing. */
  async spend(tx: Tx, request: BookingRequest & { amount: number }): Promise<Booking> {
    mustBePositive(request.amount);
    const book = await this.bookkeeper.open(tx, request);
    if (book.earlier) {
      return book.earlier;
    }
    const movement = planSpending(await this.bookkeeper.holdings(tx, book), request.amount);
    if ('missing' in movement) {
      throw notEnough(movement.missing);
    }
    return this.bookkeeper.book(tx, book, movement, { program: 'redeemed' });
  }

  /**
   * Takes an earning back until `total` of it is taken back in all, so that repeated and overtaking calls do no
   * harm. What is spent already becomes a debt.
   */
  async clawBack(tx: Tx, request: BookingRequest & { earning: CauseRef; total: number }): Promise<Booking> {
    const book = await this.bookkeeper.open(tx, request);
    if (book.earlier) {
      return book.earlier;
    }
    const original = await this.bookkeeper.original(tx, book, request.earning);
    const holdings = await this.bookkeeper.holdings(tx, book);
    const own = {
      waiting: await this.repository.waitingOf(tx, original.transferIds),
      lots: await this.repository.lotsOf(tx, original.transferIds),
    };
    const movement = planClawBack(holdings, leftUntil(request.total, original), own);
    return this.bookkeeper.book(tx, book, movement, { program: 'issued', reverses: original });
  }

  /**
   * Gives a spending back, into the lots it came from, until `total` of it is given back in all. A lot that has lapsed
   * meanwhile lives on for some days: what comes back can be used.
   */
  async giveBack(tx: Tx, request: BookingRequest & { spending: CauseRef; total: number }): Promise<Booking> {
    const book = await this.bookkeeper.open(tx, request);
    if (book.earlier) {
      return book.earlier;
    }
    const original = await this.bookkeeper.original(tx, book, request.spending);
    const used = await this.repository.lotsUsedBy(tx, [
      ...original.transferIds,
      ...original.reversals.map(({ id }) => id),
    ]);
    const movement = planGivingBack(book.owed, leftUntil(request.total, original), used);
    const booking = await this.bookkeeper.book(tx, book, movement, {
      program: 'redeemed',
      reverses: original,
    });
    await this.repository.reviveLots(tx, movement.restored, this.clock.in(REVIVED_MS));
    return booking;
  }

  private mustBeTimely({
    unit,
    maturesAt,
    expiresAt,
  }: {
    unit: Unit;
    maturesAt?: Date;
    expiresAt?: Date;
  }): void {
    if (expiresAt && !rulesOf(unit).expires) {
      throw new Error(`${unit} never expires`);
    }
    if (maturesAt && !rulesOf(unit).matures) {
      throw new Error(`${unit} never waits`);
    }
    if (expiresAt && expiresAt <= (maturesAt ?? this.clock.now())) {
      throw new Error(`What is earned would have lapsed by ${expiresAt.toISOString()}`);
    }
  }
}

function leftUntil(total: number, { amount, reversals }: Original): number {
  const reversed = reversals.reduce((sum, reversal) => sum + reversal.amount, 0);
  if (!Number.isSafeInteger(total) || total < 0 || total > amount) {
    throw new Error(`Cannot take ${total} back of ${amount}`);
  }
  return Math.max(0, total - reversed);
}

function mustBePositive(amount: number): void {
  if (!Number.isSafeInteger(amount) || amount <= 0) {
    throw new Error(`Cannot book ${amount}`);
  }
}

function notEnough(missing: number): Refusal {
  return new Refusal('not_enough_points', { detail: `积分不够，还差 ${missing} 分。`, data: { missing } });
}
