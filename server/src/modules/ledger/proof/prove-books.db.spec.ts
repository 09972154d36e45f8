import { Logger } from '@nestjs/common';
import { openTestDatabase } from '../../../../test/harness.js';
import { TestClock } from '../../../platform/clock/index.js';
import { Bookkeeper } from '../bookkeeper.js';
import { LedgerAccounts } from '../ledger-accounts.js';
import { Ledger } from '../ledger.js';
import { LedgerRepository } from '../ledger.repository.js';
import { CLAIMS } from './claims.js';
import { ProofsRepository } from './proofs.repository.js';
import { ProveBooks } from './prove-books.js';

const clock = new TestClock();
const ledgerRepository = new LedgerRepository(clock);
const ledger = new Ledger(
  new Bookkeeper(new LedgerAccounts(clock), ledgerRepository),
  ledgerRepository,
  clock,
);
const repository = new ProofsRepository(clock);
let db: Awaited<ReturnType<typeof openTestDatabase>>;
let prove: ProveBooks;

beforeAll(async () => {
  // What is broken on purpose need not be shouted out.
  Logger.overrideLogger(false);
  db = await openTestDatabase();
  prove = new ProveBooks(db.unitOfWork, repository, clock);
  for (let memberId = 1; memberId <= 20; memberId += 1) {
    const owner = { memberId, programId: 1 };
    await db.unitOfWork.run(async (tx) => {
      const cause = { kind: 'order.paid', id: memberId, text: '测试记账' } as const;
      await ledger.earn(tx, { owner, unit: 'points', amount: 50, cause });
      await ledger.earn(tx, {
        owner,
        unit: 'points',
        amount: 7,
        maturesAt: clock.in(86_400_000),
        cause: { ...cause, id: memberId + 100 },
      });
      await ledger.spend(tx, {
        owner,
        unit: 'points',
        amount: 20,
        cause: { kind: 'redemption.made', id: memberId, text: '测试记账' },
      });
    });
  }
});
afterAll(() => db.close());
beforeEach(() => clock.advance(86_400_000));

it('finds sound books sound, once a day, however often it is asked', async () => {
  const proof = await prove.run();
  expect(proof).toMatchObject({ accounts: 42, entries: 120, violations: 0, finishedAt: clock.now() });
  await expect(prove.run()).resolves.toMatchObject({ id: proof.id, entries: 120 });
  await expect(repository.newest(db.database)).resolves.toMatchObject({ id: proof.id });
});

it('goes on where it stopped', async () => {
  const begun = await prove.run({ until: 0 });
  expect(begun).toMatchObject({ finishedAt: null, step: 'accounts', accounts: 42, entries: 0 });
  const again = new ProveBooks(db.unitOfWork, repository, clock);
  await expect(again.run()).resolves.toMatchObject({ id: begun.id, accounts: 42, entries: 120 });
});

/** Each breaks exactly one claim, and is mended again. */
const FAULTS: Readonly<Record<string, readonly [breaks: string, mends: string]>> = {
  balance: [
    'UPDATE ledger_entry SET amount = amount + 1 WHERE balance_after = 50 AND id = 1',
    'UPDATE ledger_entry SET amount = amount - 1 WHERE id = 1',
  ],
  lots: [
    'UPDATE ledger_lot SET remaining = remaining - 1 WHERE id = 3',
    'UPDATE ledger_lot SET remaining = remaining + 1 WHERE id = 3',
  ],
  holds: [
    'UPDATE ledger_hold SET taken_back = 2 WHERE id = 4',
    'UPDATE ledger_hold SET taken_back = 0 WHERE id = 4',
  ],
  debt: [
    `INSERT INTO ledger_account (id, owner_kind, owner_id, program_id, unit, role, balance, created_at)
     VALUES (999, 'member', 1, 1, 'points', 'debt', -5, '2026-06-01')`,
    'DELETE FROM ledger_account WHERE id = 999',
  ],
  entries: [
    'UPDATE ledger_transfer SET amount = amount + 5 WHERE id = 9',
    'UPDATE ledger_transfer SET amount = amount - 5 WHERE id = 9',
  ],
  uses: [
    'UPDATE ledger_lot_use SET amount = amount - 1 WHERE lot_id = 5',
    'UPDATE ledger_lot_use SET amount = amount + 1 WHERE lot_id = 5',
  ],
};

it.each(Object.entries(FAULTS))(
  'finds what contradicts "%s" and says where',
  async (claim, [breaks, mends]) => {
    const write = (sql: string) => db.unitOfWork.run((tx) => tx.execute(sql));
    await write(breaks);
    const proof = await prove.run();
    await write(mends);
    expect(proof.violations).toBeGreaterThan(0);
    const findings = await repository.findings(db.database, proof.id, 100);
    expect(findings.map((finding) => finding.claim)).toContain(claim);
  },
);

it('has a fault to find for each claim', () => {
  expect(Object.keys(FAULTS).sort()).toEqual(CLAIMS.map(({ name }) => name).sort());
});
