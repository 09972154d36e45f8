import fc from 'fast-check';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import type { SegmentExpression } from '@regulars/shared';
import { openTestDatabase } from '../../../../test/harness.js';
import { TestClock } from '../../../platform/clock/index.js';
import type { Reader, SqlValue, Tx } from '../../../platform/database/index.js';
import type { BitSlices } from '../domain/bit-slices.js';
import { BlockCache } from '../sets/block-cache.js';
import { BlockReader } from '../sets/block-reader.js';
import { BlockWriter } from '../sets/block-writer.js';
import { FoldChanges } from '../sets/fold-changes.js';
import { MemberSets, type MemberChange } from '../sets/member-sets.js';
import { SetIds } from '../sets/set-ids.js';
import { ofBrand, textOf, type SetName } from '../sets/set-names.js';
import type { AudienceScope } from './audience-scope.js';
import { Audience } from './audience.js';
import { membersOf, planOf } from './plan-of.js';
import type { Plan } from '../domain/evaluate.js';

type TestDatabase = Awaited<ReturnType<typeof openTestDatabase>>;

const clock = new TestClock('2026-06-01T04:00:00.000Z');
const scope: AudienceScope = { brandId: 1, programId: 1, today: '2026-06-01' };
let db: TestDatabase;

beforeAll(async () => {
  db = await openTestDatabase();
  // The facts once more, as plain rows with the right indexes.
  await db.database.query(`CREATE TABLE fact (
    name VARCHAR(80) NOT NULL, member INT UNSIGNED NOT NULL, value BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (member, name), KEY by_name (name, member, value)) CHARACTER SET ascii COLLATE ascii_bin`);
});
afterAll(() => db.close());

/** An API process of its own: its cache knows nothing of others. */
function replica() {
  const sets = new MemberSets(new SetIds(), new BlockReader(new BlockCache()), clock);
  return { sets, audience: new Audience(sets) };
}
const folding = (writer = new BlockWriter()) => new FoldChanges(db.unitOfWork, writer);

/** Members in three blocks, some of them neighbours. */
const PEOPLE = Array.from({ length: 150 }, (_, index) =>
  index < 60 ? index : index < 100 ? 1_048_500 + index : 2_200_000 + index * 977,
);
const TAGS = ['1', '2', '3', '4', '5', '6'];
const DAYS = ['2026-06-01', '2026-05-31', '2026-05-30', '2026-05-28', '2026-05-25'];
const SETS: readonly SetName[] = [
  membersOf(scope),
  ...TAGS.map((key) => ofBrand(1, 'tag', key)),
  ...DAYS.map((day) => ofBrand(1, 'visited', day)),
];
const NUMBERS: readonly SetName[] = [
  ofBrand(1, 'number', 'orders-365'),
  ofBrand(1, 'number', 'spend-365'),
  ofBrand(1, 'number', 'days-since-visit'),
];
const TODAY = Date.parse('2026-06-01T00:00:00Z') / 86_400_000;

function randomChange(): MemberChange {
  const member = pick(PEOPLE);
  if (Math.random() < 0.3) {
    const set = pick(NUMBERS);
    const value =
      set.key === 'days-since-visit'
        ? TODAY - Math.floor(Math.random() * 12)
        : Math.floor(Math.random() ** 3 * 2000);
    return { set, member, value: Math.random() < 0.15 ? null : value };
  }
  return { set: pick(SETS), member, value: Math.random() < 0.35 ? null : 1 };
}

const pick = <T>(from: readonly T[]): T => from[Math.floor(Math.random() * from.length)] as T;

/** Both sides of a change in one transaction, under the lock of the fact's row. */
async function write(tx: Tx, sets: MemberSets, changes: readonly MemberChange[]): Promise<void> {
  const last = new Map(changes.map((change) => [`${textOf(change.set)} ${change.member}`, change]));
  for (const [, { set, member, value }] of [...last].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (value === null) {
      await tx.execute('DELETE FROM fact WHERE member = ? AND name = ?', [member, textOf(set)]);
    } else {
      await tx.execute(
        'INSERT INTO fact (name, member, value) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE value = VALUES(value)',
        [textOf(set), member, value],
      );
    }
  }
  await sets.change(tx, [...last.values()]);
}

async function someWriting(sets: MemberSets, transactions: number): Promise<void> {
  for (let index = 0; index < transactions; index += 1) {
    const changes = Array.from({ length: 1 + Math.floor(Math.random() * 12) }, randomChange);
    const lost = Math.random() < 0.1;
    await db.unitOfWork
      .run(async (tx) => {
        await write(tx, sets, changes);
        if (lost) {
          throw new Changed();
        }
      })
      .catch((error: unknown) => {
        if (!(error instanceof Changed)) {
          throw error;
        }
      });
  }
}

class Changed extends Error {}

/** A plan as plain SQL over the rows. */
function sqlOf(plan: Plan<SetName>): { sql: string; params: SqlValue[] } {
  const has = 'EXISTS (SELECT 1 FROM fact f WHERE f.member = m.member AND f.name = ?';
  switch (plan.kind) {
    case 'set':
      return { sql: `${has})`, params: [textOf(plan.set)] };
    case 'range':
      return {
        sql: `${has} AND f.value BETWEEN ? AND ?)`,
        params: [textOf(plan.number), plan.from, plan.to],
      };
    case 'not': {
      const { sql, params } = sqlOf(plan.of);
      return { sql: `NOT (${sql})`, params };
    }
    case 'all':
    case 'any':
    case 'at-least': {
      const parts = plan.of.map(sqlOf);
      const word = plan.kind === 'all' ? ' AND ' : plan.kind === 'any' ? ' OR ' : ' + ';
      const joined = parts.map(({ sql }) => `(${sql})`).join(word);
      const params = parts.flatMap((part) => part.params);
      return plan.kind === 'at-least'
        ? { sql: `${joined} >= ?`, params: [...params, plan.count] }
        : { sql: joined, params };
    }
  }
}

const { expression } = fc.letrec<{ expression: SegmentExpression }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small' },
    { weight: 4, arbitrary: fc.constantFrom(...TAGS).map((key) => ({ set: { kind: 'tag' as const, key } })) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(
          fc.constantFrom('orders-365' as const, 'spend-365' as const, 'days-since-visit' as const),
          fc.nat(40),
          fc.option(fc.nat(1500), { nil: undefined }),
        )
        .map(([name, from, more]) => ({
          number: { name, from, ...(more === undefined ? {} : { to: from + more }) },
        })),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 3 }))
        .map(([days, times]) => ({
          event: { kind: 'visited' as const, days, atLeast: Math.min(days, times) },
        })),
    },
    tie('expression').map((not) => ({ not })),
    fc.array(tie('expression'), { minLength: 1, maxLength: 5 }).map((all) => ({ all })),
    fc.array(tie('expression'), { minLength: 1, maxLength: 5 }).map((any) => ({ any })),
    fc
      .tuple(fc.array(tie('expression'), { minLength: 1, maxLength: 5 }), fc.nat())
      .map(([of, seed]) => ({ atLeast: 1 + (seed % of.length), of })),
  ),
}));

/** A reader whose every statement sees one and the same snapshot. */
async function onSnapshot<T>(work: (reader: Reader) => Promise<T>): Promise<T> {
  const connection = await createConnection({ uri: db.url });
  try {
    await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    await connection.query('START TRANSACTION WITH CONSISTENT SNAPSHOT');
    return await work(readerOn(connection));
  } finally {
    await connection.end();
  }
}

function readerOn(connection: Connection): Reader {
  const query = async <R>(sql: string, params: readonly SqlValue[] = []): Promise<R[]> =>
    (await connection.query<RowDataPacket[]>(sql, [...params]))[0] as R[];
  return {
    query,
    one: async <R>(sql: string, params: readonly SqlValue[] = []) => (await query<R>(sql, params))[0],
    manager: db.database.manager,
  };
}

async function plainly(reader: Reader, asked: SegmentExpression): Promise<number[]> {
  const { sql, params } = sqlOf(planOf(asked, scope));
  const rows = await reader.query<{ member: number }>(
    `SELECT m.member FROM fact m WHERE m.name = ? AND (${sql}) ORDER BY m.member`,
    [textOf(membersOf(scope)), ...params],
  );
  return rows.map(({ member }) => member);
}

describe('answers', () => {
  it('are those of plain SQL over the rows, for thousands of expressions while others write and fold', async () => {
    const { sets } = replica();
    await someWriting(sets, 60);
    let stop = false;
    const until = async (work: () => Promise<unknown>): Promise<void> => {
      while (!stop) {
        await work();
      }
    };
    const others = [until(() => someWriting(sets, 1)), until(() => folding().execute())];
    const [first, second] = [replica(), replica()];
    const asked = fc.sample(expression, 2000);
    try {
      for (let start = 0; start < asked.length; start += 40) {
        await onSnapshot(async (reader) => {
          for (const [index, one] of asked.slice(start, start + 40).entries()) {
            const { audience } = index % 2 === 0 ? first : second;
            const expected = await plainly(reader, one);
            const { count } = await audience.count(reader, scope, one);
            const page = { after: expected[9] ?? -1, limit: 20 };
            const found = await audience.page(reader, scope, one, page);
            const after = expected.filter((member) => member > page.after).slice(0, page.limit);
            expect({ one, count, found }).toEqual({ one, count: expected.length, found: after });
          }
        });
      }
    } finally {
      stop = true;
      await Promise.all(others);
    }
  }, 180_000);

  it('include what their own transaction wrote, and nobody else sees it before the commit', async () => {
    const tag: SegmentExpression = { set: { kind: 'tag', key: 'own' } };
    const [{ sets, audience }, other] = [replica(), replica()];
    const set = ofBrand(1, 'tag', 'own');
    await db.unitOfWork.run((tx) => sets.change(tx, [{ set: membersOf(scope), member: 7, value: 1 }]));
    await db.unitOfWork.run(async (tx) => {
      await sets.change(tx, [{ set, member: 7, value: 1 }]);
      await expect(audience.count(tx, scope, tag)).resolves.toMatchObject({ count: 1 });
      await expect(other.audience.count(db.database, scope, tag)).resolves.toMatchObject({ count: 0 });
    });
    await expect(other.audience.count(db.database, scope, tag)).resolves.toMatchObject({ count: 1 });
  });

  it('of another brand know nothing of these members', async () => {
    const { audience } = replica();
    const everybody: SegmentExpression = { not: { set: { kind: 'tag', key: 'nothing' } } };
    const count = (brandId: number) =>
      audience.count(db.database, { ...scope, brandId }, everybody).then((counted) => counted.count);
    expect(await count(1)).toBeGreaterThan(0);
    expect(await count(2)).toBe(0);
  });
});

describe('folding', () => {
  it('keeps everything, whoever dies where', async () => {
    const { sets, audience } = replica();
    await someWriting(sets, 60);
    const before = await everything(audience);
    await Promise.all(Array.from({ length: 4 }, () => untilIdle(new DyingWriter())));
    expect(await everything(audience)).toEqual(before);
    expect(await everything(replica().audience)).toEqual(before);
    await expect(db.database.one('SELECT COUNT(*) AS n FROM member_set_change')).resolves.toEqual({ n: 0 });
  }, 120_000);

  it('waits for nobody who is still writing, and takes their change the next time', async () => {
    const { sets, audience } = replica();
    const tag: SegmentExpression = { set: { kind: 'tag', key: 'slow' } };
    const set = ofBrand(1, 'tag', 'slow');
    const join = { set: membersOf(scope), member: 3, value: 1 };
    await db.unitOfWork.run((tx) => sets.change(tx, [join, { set, member: 3, value: 1 }]));
    await db.unitOfWork.run(async (tx) => {
      await sets.change(tx, [{ set, member: 3, value: null }]);
      await folding().execute();
    });
    await expect(audience.count(db.database, scope, tag)).resolves.toMatchObject({ count: 0 });
    await folding().execute();
    await expect(audience.count(db.database, scope, tag)).resolves.toMatchObject({ count: 0 });
  });
});

const everything = (audience: Audience): Promise<number[][]> =>
  Promise.all(
    fc
      .sample(expression, { numRuns: 40, seed: 1 })
      .map((one) => audience.page(db.database, scope, one, { after: -1, limit: 1000 })),
  );

/** A worker that is killed again and again, before or after it has written. */
class DyingWriter extends BlockWriter {
  override async write(tx: Tx, setId: number, block: number, before: BitSlices, after: BitSlices) {
    if (Math.random() < 0.2) {
      throw new Changed();
    }
    await super.write(tx, setId, block, before, after);
    if (Math.random() < 0.3) {
      throw new Changed();
    }
  }
}

async function untilIdle(writer: BlockWriter): Promise<void> {
  for (;;) {
    try {
      if ((await folding(writer).execute()) === 0) {
        return;
      }
    } catch (error) {
      if (!(error instanceof Changed)) {
        throw error;
      }
    }
  }
}
