import { openTestDatabase } from '../../../test/harness.js';

describe('UnitOfWork', () => {
  let db: Awaited<ReturnType<typeof openTestDatabase>>;

  beforeAll(async () => {
    db = await openTestDatabase();
    await db.unitOfWork.run(async (tx) => {
      await tx.execute('CREATE TABLE purse (id INT PRIMARY KEY, fen INT NOT NULL) ENGINE=InnoDB');
    });
  });

  afterAll(() => db.close());

  beforeEach(async () => {
    await db.unitOfWork.run(async (tx) => {
      await tx.execute('DELETE FROM purse');
      await tx.execute('INSERT INTO purse VALUES (1, 100), (2, 100)');
    });
  });

  const fenOf = async (id: number) =>
    (await db.database.one<{ fen: number }>('SELECT fen FROM purse WHERE id = ?', [id]))?.fen;

  it('keeps nothing of a work that fails, and runs nothing after it', async () => {
    let after = 0;
    const failing = db.unitOfWork.run(async (tx) => {
      tx.afterCommit(() => (after += 1));
      await tx.execute('UPDATE purse SET fen = 0 WHERE id = 1');
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await fenOf(1)).toBe(100);
    expect(after).toBe(0);
  });

  it('takes TypeORM along: what it writes stands or falls with the rest', async () => {
    const failing = db.unitOfWork.run(async (tx) => {
      await tx.execute('UPDATE purse SET fen = 1 WHERE id = 1');
      await tx.manager.query('UPDATE purse SET fen = fen + 1 WHERE id = 1');
      await tx.manager.transaction((inner) => inner.query('UPDATE purse SET fen = fen + 1 WHERE id = 1'));
      expect(await tx.one('SELECT fen FROM purse WHERE id = 1')).toEqual({ fen: 3 });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await fenOf(1)).toBe(100);
  });

  it('runs what waits for the commit once, after it', async () => {
    const seen: (number | undefined)[] = [];
    await db.unitOfWork.run(async (tx) => {
      tx.afterCommit(() => seen.push(1));
      await tx.execute('UPDATE purse SET fen = 7 WHERE id = 1');
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual([1]);
  });

  it('reads committed, in UTC', async () => {
    const row = await db.unitOfWork.run((tx) =>
      tx.one<{ isolation: string; zone: string }>('SELECT @@tx_isolation AS isolation, @@time_zone AS zone'),
    );
    expect(row).toEqual({ isolation: 'READ-COMMITTED', zone: '+00:00' });
  });

  it('runs both works of a deadlock to their end', async () => {
    const arrived: (() => void)[] = [];
    let meetings = 0;
    // Each takes its first row, waits for the other to have done so, then wants the other's row.
    const meet = () =>
      new Promise<void>((resolve) => {
        meetings += 1;
        if (meetings > 2) {
          resolve();
          return;
        }
        arrived.push(resolve);
        if (arrived.length === 2) {
          arrived.forEach((go) => go());
        }
      });
    const transfer = (from: number, to: number) =>
      db.unitOfWork.run(async (tx) => {
        await tx.execute('UPDATE purse SET fen = fen - 10 WHERE id = ?', [from]);
        await meet();
        await tx.execute('UPDATE purse SET fen = fen + 10 WHERE id = ?', [to]);
      });
    await Promise.all([transfer(1, 2), transfer(2, 1)]);
    expect([await fenOf(1), await fenOf(2)]).toEqual([100, 100]);
    expect(meetings).toBe(3);
  });

  it('lets many more works than connections finish, although each reads beside its transaction', async () => {
    await Promise.all(
      Array.from({ length: 100 }, () =>
        db.unitOfWork.run(async (tx) => {
          await tx.one('SELECT fen FROM purse WHERE id = 1');
          await db.database.one('SELECT fen FROM purse WHERE id = 2');
          await tx.execute('UPDATE purse SET fen = fen + 1 WHERE id = 1');
        }),
      ),
    );
    expect(await fenOf(1)).toBe(200);
  });
});
