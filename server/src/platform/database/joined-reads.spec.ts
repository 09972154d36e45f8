import { JoinedReads } from './joined-reads.js';
import type { Reader } from './tx.js';

const reader = (): Reader => ({}) as Reader;

/** Squares, but not of odd numbers. */
function squares(): { reads: JoinedReads<number, number>; loads: number[][] } {
  const loads: number[][] = [];
  const reads = new JoinedReads<number, number>(String, (_reader, keys) => {
    loads.push([...keys]);
    return Promise.resolve(
      new Map(keys.filter((key) => key % 2 === 0).map((key) => [String(key), key * key])),
    );
  });
  return { reads, loads };
}

describe('JoinedReads', () => {
  it('asks once for all who ask in one turn, each key once', async () => {
    const { reads, loads } = squares();
    const on = reader();
    const found = await Promise.all([2, 4, 2, 3].map((key) => reads.of(on, key)));
    expect(found).toEqual([4, 16, 4, undefined]);
    expect(loads).toEqual([[2, 4, 3, 3]]);
  });

  it('joins those who were woken by the same answer', async () => {
    const { reads, loads } = squares();
    const on = reader();
    const twice = async (key: number) => reads.of(on, (await reads.of(on, key)) ?? 0);
    await expect(Promise.all([twice(2), twice(4)])).resolves.toEqual([16, 256]);
    expect(loads).toEqual([
      [2, 4],
      [4, 16],
    ]);
  });

  it('never mixes readers, and remembers nothing', async () => {
    const { reads, loads } = squares();
    const [one, other] = [reader(), reader()];
    await Promise.all([reads.of(one, 2), reads.of(other, 2)]);
    await reads.of(one, 2);
    expect(loads).toEqual([[2], [2], [2]]);
  });

  it('tells everybody when the question fails, and asks again the next time', async () => {
    let failing = true;
    const reads = new JoinedReads<number, number>(String, (_reader, keys) =>
      failing ? Promise.reject(new Error('gone')) : Promise.resolve(new Map([[String(keys[0]), 1]])),
    );
    const on = reader();
    const both = await Promise.allSettled([reads.of(on, 1), reads.of(on, 2)]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    failing = false;
    await expect(reads.of(on, 1)).resolves.toBe(1);
  });
});
