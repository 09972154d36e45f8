import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/http/index.js';
import { Bookkeeper, type Booking, type BookingRequest, type Original } from './bookkeeper.js';
import type { CauseRef } from './domain/cause.js';
import { planClawBack, planEarning, planExpiry, planGivingBack, planSpending } from './domain/movements.js';
import { rulesOf } from './domain/units.js';
import { LedgerRepository } from './ledger.repository.js';

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
  ) {}

  /** Adds what was earned; a debt is repaid first. */
  async earn(tx: Tx, request: BookingRequest & { amount: number; expiresAt?: Date }): Promise<Booking> {
    const { unit, amount, expiresAt } = request;
    mustBePositive(amount);
    if (expiresAt && !rulesOf(unit).expires) {
      throw new Error(`${unit} never expires`);
    }
    const book = await this.bookkeeper.open(tx, request);
    if (book.earlier) {
      return book.earlier;
    }
    return this.bookkeeper.book(tx, book, planEarning(book.owed, amount), { program: 'issued', expiresAt });
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
    const ownLots = await this.repository.lotsOf(tx, original.transferIds);
    const movement = planClawBack(holdings, leftUntil(request.total, original), ownLots);
    return this.bookkeeper.book(tx, book, movement, { program: 'issued', reverses: original });
  }

  /** Gives a spending back, into the lots it came from, until `total` of it is given back in all. */
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
    return this.bookkeeper.book(tx, book, movement, { program: 'redeemed', reverses: original });
  }

  /** Writes off the lots that have lapsed by an instant; until then they can be spent. */
  async expire(tx: Tx, request: BookingRequest & { by: Date }): Promise<Booking> {
    const book = await this.bookkeeper.open(tx, request);
    if (book.earlier) {
      return book.earlier;
    }
    const movement = planExpiry(await this.bookkeeper.holdings(tx, book), request.by);
    return this.bookkeeper.book(tx, book, movement, { program: 'expired' });
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
