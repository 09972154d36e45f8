import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { openTestDatabase } from '../../../test/harness.js';
import { expectSoundBooks } from '../../../test/sound-books.js';
import { TestClock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/http/index.js';
import { Bookkeeper, type Booking } from './bookkeeper.js';
import type { CauseRef } from './domain/cause.js';
import type { Unit } from './domain/units.js';
import { LedgerAccounts } from './ledger-accounts.js';
import { LedgerStatements } from './ledger-statements.js';
import { Ledger } from './ledger.js';
import { LedgerRepository } from './ledger.repository.js';

type TestDatabase = Awaited<ReturnType<typeof openTestDatabase>>;

const clock = new TestClock();
const repository = new LedgerRepository(clock);
const ledger = new Ledger(new Bookkeeper(new LedgerAccounts(clock), repository), repository);
const statements = new LedgerStatements();
let db: TestDatabase;
let lastMember = 0;
let lastCause = 0;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(async () => {
  await expectSoundBooks(db.database);
  await db.close();
});

const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.unitOfWork.run(work);
const newOwner = () => ({ memberId: (lastMember += 1), programId: 1 });
type TestOwner = ReturnType<typeof newOwner>;

const order = (id = (lastCause += 1)): CauseRef => ({ kind: 'order.paid', id });
const refund = (id = (lastCause += 1)): CauseRef => ({ kind: 'order.refunded', id });
const redemption = (id = (lastCause += 1)): CauseRef => ({ kind: 'redemption.made', id });
const told = (cause: CauseRef) => ({ ...cause, text: '测试记账' });

function earn(owner: TestOwner, amount: number, cause = order(), expiresAt?: Date): Promise<Booking> {
  return inTx((tx) => ledger.earn(tx, { owner, unit: 'points', amount, expiresAt, cause: told(cause) }));
}

function spend(owner: TestOwner, amount: number, cause = redemption()): Promise<Booking> {
  return inTx((tx) => ledger.spend(tx, { owner, unit: 'points', amount, cause: told(cause) }));
}

function clawBack(owner: TestOwner, earning: CauseRef, total: number, cause = refund()): Promise<Booking> {
  return inTx((tx) => ledger.clawBack(tx, { owner, unit: 'points', earning, total, cause: told(cause) }));
}

function giveBack(owner: TestOwner, spending: CauseRef, total: number): Promise<Booking> {
  const cause = told({ kind: 'redemption.cancelled', id: (lastCause += 1) });
  return inTx((tx) => ledger.giveBack(tx, { owner, unit: 'points', spending, total, cause }));
}

function expire(owner: TestOwner, by: Date): Promise<Booking> {
  const cause = told({ kind: 'lots.expired', id: (lastCause += 1) });
  return inTx((tx) => ledger.expire(tx, { owner, unit: 'points', by, cause }));
}

async function balanceOf(owner: TestOwner, unit: Unit = 'points') {
  return (await statements.balances(db.database, owner))[unit];
}

async function openLots(owner: TestOwner): Promise<[remaining: number, day: string | null][]> {
  const rows = await db.database.query<{ remaining: number; expires_at: Date | null }>(
    `SELECT lot.remaining, lot.expires_at FROM ledger_lot lot JOIN ledger_account account ON account.id = lot.account_id
      WHERE account.owner_id = ? AND lot.remaining > 0 ORDER BY lot.id`,
    [owner.memberId],
  );
  return rows.map((row) => [row.remaining, row.expires_at?.toISOString().slice(0, 10) ?? null]);
}

describe('refusals', () => {
  it('names what is missing and keeps nothing', async () => {
    const owner = newOwner();
    await earn(owner, 70);
    await expect(spend(owner, 100)).rejects.toMatchObject({
      code: 'not_enough_points',
      extras: { data: { missing: 30 } },
    });
    await expect(balanceOf(owner)).resolves.toEqual({ available: 70, pending: 0, debt: 0 });
  });

  it('lets nobody spend who never earned', async () => {
    await expect(spend(newOwner(), 1)).rejects.toThrow(Refusal);
  });

  it.each([0, -5, 0.5, Number.NaN, 2 ** 53])('books no amount of %d', async (amount) => {
    await expect(earn(newOwner(), amount)).rejects.toThrow('Cannot book');
    await expect(spend(newOwner(), amount)).rejects.toThrow('Cannot book');
  });

  it('never takes back more than was earned, nor what was never earned', async () => {
    const owner = newOwner();
    const earning = order();
    await earn(owner, 50, earning);
    await expect(clawBack(owner, earning, 51)).rejects.toThrow('Cannot take 51 back of 50');
    await expect(clawBack(owner, order(), 1)).rejects.toThrow('was never booked');
  });

  it('never books the cause of one member for another', async () => {
    const cause = order();
    await earn(newOwner(), 50, cause);
    await expect(earn(newOwner(), 50, cause)).rejects.toThrow('was booked for another member');
  });

  it('gives growth no expiry', async () => {
    const request = { owner: newOwner(), unit: 'growth', amount: 1, cause: told(order()) } as const;
    await expect(inTx((tx) => ledger.earn(tx, { ...request, expiresAt: new Date() }))).rejects.toThrow(
      'never expires',
    );
  });

  it('forgets an account that was opened by a transaction that failed', async () => {
    const owner = { memberId: newOwner().memberId, programId: 77 };
    const request = { owner, unit: 'points', amount: 5, cause: told(order()) } as const;
    await expect(
      inTx(async (tx) => {
        await ledger.earn(tx, request);
        throw new Error('after the booking');
      }),
    ).rejects.toThrow('after the booking');
    await inTx((tx) => ledger.earn(tx, request));
    await expect(balanceOf(owner)).resolves.toMatchObject({ available: 5 });
  });
});

describe('earning and spending', () => {
  it('spends what expires first', async () => {
    const owner = newOwner();
    await earn(owner, 10);
    await earn(owner, 20, order(), new Date('2027-12-31'));
    await earn(owner, 30, order(), new Date('2026-12-31'));
    await expect(spend(owner, 45)).resolves.toEqual({ available: -45, debt: 0, balanceAfter: 15 });
    await expect(openLots(owner)).resolves.toEqual([
      [10, null],
      [5, '2027-12-31'],
    ]);
  });

  it('answers the same cause with the first booking', async () => {
    const owner = newOwner();
    const earning = order();
    const spending = redemption();
    const first = await earn(owner, 50, earning);
    await expect(earn(owner, 999, earning)).resolves.toEqual(first);
    const spent = await spend(owner, 40, spending);
    // By now 40 more could not be afforded: a repeated call must not be refused for that.
    await expect(spend(owner, 40, spending)).resolves.toEqual(spent);
    await expect(balanceOf(owner)).resolves.toEqual({ available: 10, pending: 0, debt: 0 });
  });

  it('keeps units and programs apart', async () => {
    const owner = newOwner();
    const cause = order();
    await earn(owner, 50, cause);
    await inTx((tx) => ledger.earn(tx, { owner, unit: 'growth', amount: 7, cause: told(cause) }));
    await expect(balanceOf(owner, 'growth')).resolves.toMatchObject({ available: 7 });
    await expect(balanceOf({ ...owner, programId: 2 })).resolves.toMatchObject({ available: 0 });
  });
});

describe('clawing back', () => {
  it('takes from the own lot, then from others, and the rest is owed and repaid by the next earning', async () => {
    const owner = newOwner();
    const earning = order();
    await earn(owner, 30, order(), new Date('2026-12-31'));
    await earn(owner, 100, earning);
    await spend(owner, 90);
    await expect(openLots(owner)).resolves.toEqual([[40, null]]);
    await earn(owner, 15, order(), new Date('2026-12-30'));
    await expect(clawBack(owner, earning, 100)).resolves.toEqual({
      available: -55,
      debt: -45,
      balanceAfter: -45,
    });
    await expect(balanceOf(owner)).resolves.toEqual({ available: 0, pending: 0, debt: 45 });
    await expect(spend(owner, 1)).rejects.toMatchObject({ code: 'not_enough_points' });
    await expect(earn(owner, 40)).resolves.toEqual({ available: 0, debt: 40, balanceAfter: -5 });
    await expect(earn(owner, 40)).resolves.toEqual({ available: 35, debt: 5, balanceAfter: 35 });
  });

  it('goes up to a total, so that overtaking and repeated refunds take exactly everything once', async () => {
    const owner = newOwner();
    const earning = order();
    const [small, large] = [refund(), refund()];
    await earn(owner, 100, earning);
    await expect(clawBack(owner, earning, 100, large)).resolves.toMatchObject({ available: -100 });
    await expect(clawBack(owner, earning, 30, small)).resolves.toMatchObject({ available: 0, debt: 0 });
    await expect(clawBack(owner, earning, 100, large)).resolves.toMatchObject({
      available: -100,
      balanceAfter: 0,
    });
    await expect(balanceOf(owner)).resolves.toEqual({ available: 0, pending: 0, debt: 0 });
  });
});

describe('giving back', () => {
  it('refills the lots it came from, in parts', async () => {
    const owner = newOwner();
    const spending = redemption();
    await earn(owner, 10);
    await earn(owner, 20, order(), new Date('2027-12-31'));
    await spend(owner, 25, spending);
    await giveBack(owner, spending, 8);
    await expect(openLots(owner)).resolves.toEqual([
      [10, null],
      [3, '2027-12-31'],
    ]);
    await giveBack(owner, spending, 25);
    await expect(openLots(owner)).resolves.toEqual([
      [10, null],
      [20, '2027-12-31'],
    ]);
    await expect(giveBack(owner, spending, 25)).resolves.toEqual({ available: 0, debt: 0, balanceAfter: 30 });
  });

  it('repays a debt before anything can be spent again', async () => {
    const owner = newOwner();
    const earning = order();
    const spending = redemption();
    await earn(owner, 50, earning);
    await spend(owner, 50, spending);
    await clawBack(owner, earning, 20);
    await expect(giveBack(owner, spending, 50)).resolves.toEqual({
      available: 30,
      debt: 20,
      balanceAfter: 30,
    });
  });
});

describe('expiry', () => {
  it('writes off what has lapsed and nothing else', async () => {
    const owner = newOwner();
    await earn(owner, 10);
    await earn(owner, 20, order(), new Date('2026-06-30T16:00:00Z'));
    await expect(expire(owner, new Date('2026-06-30T15:59:59Z'))).resolves.toMatchObject({ available: 0 });
    await expect(expire(owner, new Date('2026-06-30T16:00:00Z'))).resolves.toMatchObject({ available: -20 });
    await expect(expire(owner, new Date('2030-01-01'))).resolves.toMatchObject({
      available: 0,
      balanceAfter: 10,
    });
  });
});

describe('the statement', () => {
  it('lists newest first by pages, and the balances follow on one another through a debt', async () => {
    const owner = newOwner();
    const earning = order();
    clock.set('2026-06-01T15:59:59.000Z');
    await earn(owner, 30, earning);
    await spend(owner, 20);
    await clawBack(owner, earning, 30);
    await earn(owner, 50);
    const all = await statements.entries(db.database, owner, 'points', { limit: 50 });
    expect(all.map((entry) => [entry.amount, entry.balanceAfter])).toEqual([
      [30, 30],
      [20, 0],
      [-20, -20],
      [-10, 0],
      [-20, 10],
      [30, 30],
    ]);
    expect(all[1]).toMatchObject({ cause: 'order.paid', text: '测试记账（抵还欠分）', at: clock.now() });
    const pages: number[] = [];
    for (let before: number | undefined; ;) {
      const page = await statements.entries(db.database, owner, 'points', { limit: 2, before });
      if (page.length === 0) {
        break;
      }
      pages.push(...page.map(({ id }) => id));
      before = page.at(-1)?.id;
    }
    expect(pages).toEqual(all.map(({ id }) => id));
  });

  it('is empty for who has nothing', async () => {
    await expect(statements.entries(db.database, newOwner(), 'points', { limit: 5 })).resolves.toEqual([]);
  });

  it('keeps the business day of the brand', async () => {
    const days: string[] = [];
    for (const at of ['2026-06-01T15:59:59.999Z', '2026-06-01T16:00:00.000Z']) {
      clock.set(at);
      const cause = order();
      await earn(newOwner(), 1, cause);
      const row = await db.database.one<{ business_day: string }>(
        'SELECT business_day FROM ledger_transfer WHERE cause_id = ?',
        [cause.id],
      );
      days.push(row?.business_day ?? '');
    }
    expect(days).toEqual(['2026-06-01', '2026-06-02']);
  });
});

describe('races on a real database', () => {
  it('20 parallel spends of one balance: as many as it affords', async () => {
    const owner = newOwner();
    await earn(owner, 40, order(), new Date('2027-01-01'));
    await earn(owner, 35);
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => spend(owner, 10)));
    const refusals = outcomes.flatMap((outcome) =>
      outcome.status === 'rejected' ? [outcome.reason as Refusal] : [],
    );
    expect(refusals.map(({ code }) => code)).toEqual(Array(13).fill('not_enough_points'));
    await expect(balanceOf(owner)).resolves.toEqual({ available: 5, pending: 0, debt: 0 });
  });

  it('the same cause 10 times at once, on an account nobody has opened yet: booked once', async () => {
    const owner = newOwner();
    const cause = order();
    const bookings = await Promise.all(Array.from({ length: 10 }, () => earn(owner, 25, cause)));
    expect(bookings).toEqual(Array(10).fill({ available: 25, debt: 0, balanceAfter: 25 }));
    await expect(balanceOf(owner)).resolves.toMatchObject({ available: 25 });
  });

  it('a new program and 20 new members at once', async () => {
    const programId = 4242;
    await Promise.all(Array.from({ length: 20 }, () => earn({ ...newOwner(), programId }, 5)));
    const [row] = await db.database.query<{ total: number }>(
      `SELECT CAST(SUM(entry.amount) AS SIGNED) AS total FROM ledger_entry entry JOIN ledger_account account
        ON account.id = entry.account_id WHERE account.program_id = ? AND account.owner_kind = 'program'`,
      [programId],
    );
    expect(row?.total).toBe(-100);
  });

  it('one refund taken back 10 times at once beside spends: exactly once', async () => {
    const owner = newOwner();
    const earning = order();
    const cause = refund();
    await earn(owner, 60, earning);
    await Promise.all([
      ...Array.from({ length: 10 }, () => clawBack(owner, earning, 60, cause)),
      ...Array.from({ length: 5 }, () => spend(owner, 10).catch(() => nextTurn())),
    ]);
    const spent = await db.database.one<{ total: number }>(
      `SELECT CAST(COALESCE(SUM(entry.amount), 0) AS SIGNED) AS total FROM ledger_entry entry
         JOIN ledger_transfer transfer ON transfer.id = entry.transfer_id AND transfer.cause_kind = 'redemption.made'
         JOIN ledger_account account ON account.id = entry.account_id AND account.owner_id = ?
        WHERE account.owner_kind = 'member'`,
      [owner.memberId],
    );
    await expect(balanceOf(owner)).resolves.toEqual({
      available: 0,
      pending: 0,
      debt: 0 - (spent?.total ?? 0),
    });
  });
});

describe('against a model', () => {
  /** What the ledger must amount to, kept as simply as it can be said: one number a member. */
  class Model {
    net = 0;
    readonly earnings: { cause: CauseRef; amount: number; taken: number }[] = [];
    readonly spendings: { cause: CauseRef; amount: number; given: number }[] = [];
    readonly lapsing: Date[] = [];
  }

  const step = fc.record({
    action: fc.constantFrom('earn', 'earn', 'earn', 'spend', 'spend', 'claw', 'give', 'expire', 'repeat'),
    amount: fc.integer({ min: 1, max: 60 }),
    pick: fc.nat(),
    day: fc.option(fc.integer({ min: 1, max: 28 }), { nil: undefined }),
  });

  it('random histories keep to one simple sum, repeats change nothing, and the books are sound', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), async (steps) => {
        const owner = newOwner();
        const model = new Model();
        let expiredTo = 0;
        for (const { action, amount, pick, day } of steps) {
          const earning = model.earnings[pick % Math.max(1, model.earnings.length)];
          const spending = model.spendings[pick % Math.max(1, model.spendings.length)];
          if (action === 'earn') {
            const cause = order();
            const lapses = day === undefined ? undefined : new Date(Date.UTC(2027, 0, expiredTo + day));
            model.net += amount;
            model.earnings.push({ cause, amount, taken: 0 });
            const booking = await earn(owner, amount, cause, lapses);
            expect(booking.available + booking.debt).toBe(amount);
          } else if (action === 'spend') {
            const cause = redemption();
            if (model.net >= amount) {
              model.net -= amount;
              model.spendings.push({ cause, amount, given: 0 });
              await spend(owner, amount, cause);
            } else {
              await expect(spend(owner, amount, cause)).rejects.toMatchObject({ code: 'not_enough_points' });
            }
          } else if (action === 'claw' && earning) {
            const total = Math.min(amount, earning.amount);
            model.net -= Math.max(0, total - earning.taken);
            earning.taken = Math.max(earning.taken, total);
            await clawBack(owner, earning.cause, total);
          } else if (action === 'give' && spending) {
            const total = Math.min(amount, spending.amount);
            model.net += Math.max(0, total - spending.given);
            spending.given = Math.max(spending.given, total);
            await giveBack(owner, spending.cause, total);
          } else if (action === 'expire' && day !== undefined) {
            expiredTo += day;
            const { available } = await expire(owner, new Date(Date.UTC(2027, 0, expiredTo)));
            expect(available).toBeLessThanOrEqual(0);
            model.net += available;
          } else if (action === 'repeat' && earning) {
            await earn(owner, amount, earning.cause);
          }
          await expect(balanceOf(owner)).resolves.toEqual({
            available: Math.max(0, model.net),
            pending: 0,
            debt: Math.max(0, 0 - model.net),
          });
        }
        await expectSoundBooks(db.database);
      }),
      { numRuns: 12, seed: 20260601 },
    );
  }, 120_000);
});
