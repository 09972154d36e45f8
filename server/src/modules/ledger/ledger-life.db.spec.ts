import fc from 'fast-check';
import { openTestDatabase } from '../../../test/harness.js';
import { expectSoundBooks } from '../../../test/sound-books.js';
import { TestClock, addDays, addMonths, startOfBusinessDay } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Bookkeeper, type Booking } from './bookkeeper.js';
import type { CauseRef } from './domain/cause.js';
import { DueRepository } from './due/due.repository.js';
import { LapseDue } from './due/lapse-due.js';
import { MatureDue } from './due/mature-due.js';
import { LedgerAccounts } from './ledger-accounts.js';
import { LedgerStatements } from './ledger-statements.js';
import { Ledger } from './ledger.js';
import { LedgerRepository } from './ledger.repository.js';

type TestDatabase = Awaited<ReturnType<typeof openTestDatabase>>;

const clock = new TestClock();
const repository = new LedgerRepository(clock);
const accounts = new LedgerAccounts(clock);
const ledger = new Ledger(new Bookkeeper(accounts, repository), repository, clock);
const statements = new LedgerStatements();
let db: TestDatabase;
let matureDue: MatureDue;
let lapseDue: LapseDue;
let lastMember = 0;
let lastCause = 0;

beforeAll(async () => {
  db = await openTestDatabase();
  const due = new DueRepository(clock);
  matureDue = new MatureDue(db.unitOfWork, due, clock);
  lapseDue = new LapseDue(db.unitOfWork, due, accounts, clock);
});
afterAll(async () => {
  await expectSoundBooks(db.database);
  await db.close();
});
beforeEach(async () => {
  // Whatever earlier tests left to be due.
  clock.set('2050-01-01T00:00:00.000Z');
  await matureDue.run();
  await lapseDue.run();
  clock.set('2026-06-01T04:00:00.000Z');
});

interface Owner {
  readonly memberId: number;
  readonly programId: number;
}

const inTx = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => db.unitOfWork.run(work);
const newOwner = (): Owner => ({ memberId: (lastMember += 1), programId: 1 });
const cause = (kind: CauseRef['kind']): CauseRef => ({ kind, id: (lastCause += 1) });
const told = (ref: CauseRef) => ({ ...ref, text: '测试记账' });
const inDays = (days: number): Date => clock.in(days * 86_400_000);

function earn(
  owner: Owner,
  amount: number,
  {
    ref = cause('order.paid'),
    maturesAt,
    expiresAt,
  }: { ref?: CauseRef; maturesAt?: Date; expiresAt?: Date } = {},
): Promise<Booking> {
  return inTx((tx) =>
    ledger.earn(tx, { owner, unit: 'points', amount, maturesAt, expiresAt, cause: told(ref) }),
  );
}

const spend = (owner: Owner, amount: number, ref = cause('redemption.made')): Promise<Booking> =>
  inTx((tx) => ledger.spend(tx, { owner, unit: 'points', amount, cause: told(ref) }));

const clawBack = (owner: Owner, earning: CauseRef, total: number): Promise<Booking> =>
  inTx((tx) =>
    ledger.clawBack(tx, { owner, unit: 'points', earning, total, cause: told(cause('order.refunded')) }),
  );

const giveBack = (owner: Owner, spending: CauseRef, total: number): Promise<Booking> =>
  inTx((tx) =>
    ledger.giveBack(tx, {
      owner,
      unit: 'points',
      spending,
      total,
      cause: told(cause('redemption.cancelled')),
    }),
  );

const balanceOf = async (owner: Owner) => (await statements.balances(db.database, owner)).points;

/** What can be spent, by when it lapses: what the members' lots amount to. */
async function lotsOf(owner: Owner): Promise<[lapses: number | null, remaining: number][]> {
  const rows = await db.database.query<{ expires_at: Date | null; remaining: number }>(
    `SELECT lot.expires_at, CAST(SUM(lot.remaining) AS SIGNED) AS remaining FROM ledger_lot lot
       JOIN ledger_account account ON account.id = lot.account_id
      WHERE account.owner_id = ? AND account.owner_kind = 'member' AND lot.remaining > 0
      GROUP BY lot.expires_at ORDER BY lot.expires_at IS NULL, lot.expires_at`,
    [owner.memberId],
  );
  return rows.map((row) => [row.expires_at?.getTime() ?? null, row.remaining]);
}

describe('what waits', () => {
  it('cannot be spent before its time, and then once, with the life it was given when it was earned', async () => {
    const owner = newOwner();
    const expiresAt = inDays(365);
    await earn(owner, 50, { maturesAt: inDays(7), expiresAt });
    await expect(balanceOf(owner)).resolves.toEqual({ available: 0, pending: 50, debt: 0 });
    await expect(spend(owner, 1)).rejects.toMatchObject({ code: 'not_enough_points' });
    clock.advance(7 * 86_400_000 - 1);
    await expect(matureDue.run()).resolves.toMatchObject({ accounts: 0 });
    clock.advance(1);
    await expect(matureDue.run()).resolves.toEqual({ accounts: 1, amount: 50, finished: true });
    await expect(matureDue.run()).resolves.toEqual({ accounts: 0, amount: 0, finished: true });
    await expect(balanceOf(owner)).resolves.toEqual({ available: 50, pending: 0, debt: 0 });
    await expect(lotsOf(owner)).resolves.toEqual([[expiresAt.getTime(), 50]]);
  });

  it('is taken back first, without a debt, and only the rest matures', async () => {
    const owner = newOwner();
    const ref = cause('order.paid');
    await earn(owner, 50, { ref, maturesAt: inDays(7) });
    await expect(clawBack(owner, ref, 20)).resolves.toMatchObject({ pending: -20, available: 0, debt: 0 });
    clock.advance(8 * 86_400_000);
    await matureDue.run();
    await expect(balanceOf(owner)).resolves.toEqual({ available: 30, pending: 0, debt: 0 });
    await spend(owner, 10);
    await expect(clawBack(owner, ref, 50)).resolves.toMatchObject({ pending: 0, available: -20, debt: -10 });
  });

  it('matures never when all of it was taken back', async () => {
    const owner = newOwner();
    const ref = cause('order.paid');
    await earn(owner, 50, { ref, maturesAt: inDays(7) });
    await clawBack(owner, ref, 50);
    clock.advance(8 * 86_400_000);
    await expect(matureDue.run()).resolves.toMatchObject({ accounts: 0 });
    await expect(balanceOf(owner)).resolves.toEqual({ available: 0, pending: 0, debt: 0 });
  });

  it('repays a debt only when it matures', async () => {
    const owner = newOwner();
    const ref = cause('order.paid');
    await earn(owner, 30, { ref });
    await spend(owner, 30);
    await clawBack(owner, ref, 30);
    await earn(owner, 50, { maturesAt: inDays(7) });
    await earn(owner, 5, { maturesAt: inDays(8) });
    await expect(balanceOf(owner)).resolves.toEqual({ available: 0, pending: 55, debt: 30 });
    clock.advance(9 * 86_400_000);
    await matureDue.run();
    await expect(balanceOf(owner)).resolves.toEqual({ available: 25, pending: 0, debt: 0 });
    const entries = await statements.entries(db.database, owner, 'points', { limit: 3 });
    expect(entries.map((entry) => [entry.amount, entry.balanceAfter, entry.text])).toEqual([
      [5, 25, '测试记账'],
      [20, 20, '测试记账'],
      [30, 0, '测试记账（抵还欠分）'],
    ]);
  });

  it('is listed by when it matures', async () => {
    const owner = newOwner();
    await earn(owner, 7, { maturesAt: inDays(9) });
    await earn(owner, 5, { maturesAt: inDays(2) });
    const waiting = await statements.waiting(db.database, owner, 'points', 10);
    expect(waiting.map(({ amount, maturesAt }) => [amount, maturesAt])).toEqual([
      [5, inDays(2)],
      [7, inDays(9)],
    ]);
  });

  it('must mature before it lapses, and growth never waits', async () => {
    await expect(earn(newOwner(), 5, { maturesAt: inDays(9), expiresAt: inDays(9) })).rejects.toThrow(
      'lapsed',
    );
    const request = {
      owner: newOwner(),
      unit: 'growth',
      amount: 1,
      cause: told(cause('order.paid')),
    } as const;
    await expect(inTx((tx) => ledger.earn(tx, { ...request, maturesAt: inDays(1) }))).rejects.toThrow(
      'never waits',
    );
  });
});

describe('what lapses', () => {
  it('can be spent until midnight and is written off from then on, once', async () => {
    const owner = newOwner();
    const midnight = startOfBusinessDay('2026-07-01');
    await earn(owner, 10);
    await earn(owner, 20, { expiresAt: midnight });
    clock.set(new Date(midnight.getTime() - 1));
    await expect(lapseDue.run()).resolves.toMatchObject({ accounts: 0 });
    await expect(spend(owner, 5)).resolves.toMatchObject({ balanceAfter: 25 });
    clock.set(midnight);
    await expect(lapseDue.run()).resolves.toEqual({ accounts: 1, amount: 15, finished: true });
    await expect(lapseDue.run()).resolves.toEqual({ accounts: 0, amount: 0, finished: true });
    await expect(balanceOf(owner)).resolves.toEqual({ available: 10, pending: 0, debt: 0 });
  });

  it('lives on for a week when it is given back afterwards', async () => {
    const owner = newOwner();
    const ref = cause('redemption.made');
    await earn(owner, 20, { expiresAt: inDays(10) });
    await spend(owner, 20, ref);
    clock.advance(30 * 86_400_000);
    await lapseDue.run();
    await giveBack(owner, ref, 20);
    await lapseDue.run();
    await expect(balanceOf(owner)).resolves.toMatchObject({ available: 20 });
    clock.advance(7 * 86_400_000);
    await lapseDue.run();
    await expect(balanceOf(owner)).resolves.toMatchObject({ available: 0 });
  });

  it('is announced by when it does', async () => {
    const owner = newOwner();
    await earn(owner, 10, { expiresAt: inDays(5) });
    await earn(owner, 20, { expiresAt: inDays(3) });
    await earn(owner, 2, { expiresAt: inDays(3) });
    await earn(owner, 40, { expiresAt: inDays(31) });
    await expect(statements.lapsing(db.database, owner, 'points', inDays(30))).resolves.toEqual([
      { at: inDays(3), amount: 22 },
      { at: inDays(5), amount: 10 },
    ]);
  });
});

describe('two runs at once, beside members who spend and refunds that take back', () => {
  it('mature and write off everything exactly once', async () => {
    const owners = Array.from({ length: 60 }, newOwner);
    const refs = owners.map(() => cause('order.paid'));
    await Promise.all(
      owners.flatMap((owner, index) => [
        earn(owner, 10, { ref: refs[index], maturesAt: inDays(7), expiresAt: inDays(90) }),
        earn(owner, 8, { expiresAt: inDays(7) }),
      ]),
    );
    clock.advance(7 * 86_400_000);
    const runs = Promise.all([matureDue.run(), matureDue.run(), lapseDue.run(), lapseDue.run()]);
    await Promise.allSettled(
      owners.flatMap((owner, index) => [
        spend(owner, 3).catch(() => undefined),
        clawBack(owner, refs[index]!, 4),
      ]),
    );
    const [one, two, three, four] = await runs;
    expect(one.accounts + two.accounts).toBeLessThanOrEqual(60);
    expect(three.accounts + four.accounts).toBeLessThanOrEqual(60);
    await expectSoundBooks(db.database);
    for (const owner of owners) {
      const { pending, available, debt } = await balanceOf(owner);
      expect(pending).toBe(0);
      expect([6, 3, 0]).toContain(available);
      expect(debt).toBe(0);
    }
  });
});

/** What one member has, kept as simply as it can be said. */
class Model {
  readonly lots: { lapses: number; left: number; origin: number }[] = [];
  readonly earnings: {
    ref: CauseRef;
    amount: number;
    taken: number;
    waiting: number;
    matures: number;
    lapses: number;
  }[] = [];
  readonly spendings: { ref: CauseRef; amount: number; given: number; from: Model['lots'] }[] = [];
  debt = 0;

  get available(): number {
    return this.lots.reduce((sum, { left }) => sum + left, 0);
  }

  get pending(): number {
    return this.earnings.reduce((sum, { waiting }) => sum + waiting, 0);
  }

  arrive(amount: number, lapses: number, origin: number): void {
    const repaid = Math.min(this.debt, amount);
    this.debt -= repaid;
    if (amount > repaid) {
      this.lots.push({ lapses, left: amount - repaid, origin });
    }
  }

  mature(now: number): void {
    for (const earning of this.earnings.toSorted((a, b) => a.matures - b.matures || a.ref.id - b.ref.id)) {
      if (earning.matures <= now && earning.waiting > 0) {
        this.arrive(earning.waiting, earning.lapses, earning.ref.id);
        earning.waiting = 0;
      }
    }
  }

  lapse(now: number): void {
    this.lots.forEach((lot) => (lot.left = lot.lapses <= now ? 0 : lot.left));
  }

  /** In order of lapsing, one's own first when asked for; answers what could not be taken. */
  take(amount: number, own?: number): { missing: number; from: Model['lots'] } {
    let missing = amount;
    const from: Model['lots'] = [];
    const order = this.lots
      .map((lot, index) => ({ lot, index }))
      .toSorted(
        (a, b) =>
          Number(b.lot.origin === own) - Number(a.lot.origin === own) ||
          a.lot.lapses - b.lot.lapses ||
          a.index - b.index,
      );
    for (const { lot } of order) {
      const taken = Math.min(lot.left, missing);
      lot.left -= taken;
      missing -= taken;
      from.push({ ...lot, left: taken });
    }
    return { missing, from };
  }
}

describe('against a model, over years', () => {
  const step = fc.record({
    action: fc.constantFrom(
      'earn',
      'pend',
      'pend',
      'spend',
      'spend',
      'claw',
      'give',
      'repeat',
      'wait',
      'wait',
      'wait',
    ),
    amount: fc.integer({ min: 1, max: 60 }),
    pick: fc.nat(),
    months: fc.integer({ min: 1, max: 14 }),
    days: fc.integer({ min: 1, max: 45 }),
    /** Around midnight in Shanghai, where days change. */
    minute: fc.constantFrom('15:59:59.999', '16:00:00.000', '04:00:00.000'),
  });
  const starts = fc.constantFrom('2027-12-20', '2028-01-31', '2028-02-28', '2026-12-31');

  it('random lives keep to the model, first in is first out, and replaying the entries rebuilds the books', async () => {
    await fc.assert(
      fc.asyncProperty(starts, fc.array(step, { minLength: 15, maxLength: 45 }), async (start, steps) => {
        const owner = newOwner();
        const model = new Model();
        let day: string = start;
        clock.set(`${day}T04:00:00.000Z`);
        for (const { action, amount, pick, months, days, minute } of steps) {
          const now = clock.now().getTime();
          const earning = model.earnings[pick % Math.max(1, model.earnings.length)];
          const spending = model.spendings[pick % Math.max(1, model.spendings.length)];
          if (action === 'earn' || action === 'pend') {
            const ref = cause('order.paid');
            const lapses = startOfBusinessDay(addDays(addMonths(clock.businessDay(), months + 2), 1));
            const matures = startOfBusinessDay(addDays(clock.businessDay(), days + 1));
            const waits = action === 'pend';
            model.earnings.push({
              ref,
              amount,
              taken: 0,
              waiting: waits ? amount : 0,
              matures: matures.getTime(),
              lapses: lapses.getTime(),
            });
            if (!waits) {
              model.arrive(amount, lapses.getTime(), ref.id);
            }
            await earn(owner, amount, { ref, maturesAt: waits ? matures : undefined, expiresAt: lapses });
          } else if (action === 'spend') {
            const ref = cause('redemption.made');
            if (model.available >= amount) {
              const { from } = model.take(amount);
              model.spendings.push({ ref, amount, given: 0, from: from.filter(({ left }) => left > 0) });
              await spend(owner, amount, ref);
            } else {
              await expect(spend(owner, amount, ref)).rejects.toMatchObject({ code: 'not_enough_points' });
            }
          } else if (action === 'claw' && earning) {
            const total = Math.min(amount, earning.amount);
            let due = Math.max(0, total - earning.taken);
            earning.taken = Math.max(earning.taken, total);
            const waiting = Math.min(earning.waiting, due);
            earning.waiting -= waiting;
            due -= waiting;
            model.debt += model.take(due, earning.ref.id).missing;
            await clawBack(owner, earning.ref, total);
          } else if (action === 'give' && spending) {
            const total = Math.min(amount, spending.amount);
            let due = Math.max(0, total - spending.given);
            spending.given = Math.max(spending.given, total);
            const repaid = Math.min(model.debt, due);
            model.debt -= repaid;
            due -= repaid;
            giveBackTo(model, spending.from, due, now);
            await giveBack(owner, spending.ref, total);
          } else if (action === 'repeat' && earning) {
            await earn(owner, amount, { ref: earning.ref });
          } else if (action === 'wait') {
            day = addDays(day, days);
            clock.set(`${day}T${minute}Z`);
            await matureDue.run();
            await lapseDue.run();
            model.mature(clock.now().getTime());
            model.lapse(clock.now().getTime());
          }
          await expect(balanceOf(owner)).resolves.toEqual({
            available: model.available,
            pending: model.pending,
            debt: model.debt,
          });
          await expect(lotsOf(owner)).resolves.toEqual(asGroups(model));
        }
        await expectReplayed(owner);
      }),
      { numRuns: 25, seed: 20280229 },
    );
    await expectSoundBooks(db.database);
  }, 240_000);

  /** Into the lots it came from, the last to lapse first; what had lapsed gets a week. */
  function giveBackTo(model: Model, from: Model['lots'], amount: number, now: number): void {
    let left = amount;
    const order = from.map((share, index) => ({ share, index }));
    for (const { share } of order.toSorted((a, b) => b.share.lapses - a.share.lapses || b.index - a.index)) {
      const back = Math.min(share.left, left);
      if (back === 0) {
        continue;
      }
      share.left -= back;
      left -= back;
      const lot = model.lots.find(({ origin }) => origin === share.origin)!;
      lot.left += back;
      if (lot.lapses <= now) {
        lot.lapses = now + 7 * 86_400_000;
        model.spendings
          .flatMap((one) => one.from)
          .forEach((one) => {
            one.lapses = one.origin === lot.origin ? lot.lapses : one.lapses;
          });
      }
    }
  }

  function asGroups({ lots }: Model): [number, number][] {
    const groups = new Map<number, number>();
    for (const { lapses, left } of lots) {
      groups.set(lapses, (groups.get(lapses) ?? 0) + left);
    }
    return [...groups].filter(([, left]) => left > 0).sort(([a], [b]) => a - b);
  }

  /** All that ever happened, added up from nothing, is what the accounts and the lots say. */
  async function expectReplayed(owner: Owner): Promise<void> {
    const rows = await db.database.query<{
      role: string;
      amount: number;
      after: number;
      lots: number | null;
    }>(
      `SELECT account.role, entry.amount, entry.balance_after AS after,
              (SELECT CAST(SUM(lot_use.amount) AS SIGNED) FROM ledger_lot_use lot_use
                WHERE lot_use.transfer_id = entry.transfer_id) AS lots
         FROM ledger_entry entry JOIN ledger_account account ON account.id = entry.account_id
        WHERE account.owner_kind = 'member' AND account.owner_id = ? ORDER BY entry.id`,
      [owner.memberId],
    );
    const rebuilt: Record<string, number> = { available: 0, pending: 0, debt: 0 };
    for (const { role, amount, after, lots } of rows) {
      rebuilt[role] = (rebuilt[role] ?? 0) + amount;
      expect(rebuilt[role]).toBe(after);
      if (role === 'available' && amount < 0) {
        expect(lots).toBe(-amount);
      }
    }
    const { available, pending, debt } = await balanceOf(owner);
    expect(rebuilt).toEqual({ available, pending, debt: 0 - debt });
  }
});
