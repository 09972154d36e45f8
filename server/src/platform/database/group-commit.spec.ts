import { GroupCommit, type Settled } from './group-commit.js';
import { CommitUnknown } from './unit-of-work.js';

interface Call {
  readonly items: readonly number[];
  settle(answer?: readonly Settled<string>[] | Error): void;
}

const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A database whose transactions end when the test says so. */
class Bench {
  readonly calls: Call[] = [];
  readonly group = new GroupCommit<number, string>({
    nameOf: (item) => `member ${item % 1000}`,
    together: (items) => this.open(items),
    alone: async (item) => {
      const [settled] = await this.open([item]);
      if (settled && 'failure' in settled) {
        throw settled.failure;
      }
      return settled?.outcome ?? '';
    },
  });

  get groups(): (readonly number[])[] {
    return this.calls.map(({ items }) => items);
  }

  async end(index: number, answer?: readonly Settled<string>[] | Error): Promise<void> {
    this.calls[index]?.settle(answer);
    await nextTurn();
  }

  private open(items: readonly number[]): Promise<readonly Settled<string>[]> {
    return new Promise((resolve, reject) => {
      const done = items.map((item) => ({ outcome: `done ${item}` }));
      this.calls.push({
        items,
        settle: (answer = done) => (answer instanceof Error ? reject(answer) : resolve(answer)),
      });
    });
  }
}

describe('GroupCommit', () => {
  it('lets who comes alone go at once', async () => {
    const bench = new Bench();
    const one = bench.group.submit(1);
    expect(bench.groups).toEqual([[1]]);
    await bench.end(0);
    await expect(one).resolves.toBe('done 1');
    expect(bench.group.idle).toBe(true);
  });

  it('takes those who came meanwhile into the next ones, in their order', async () => {
    const bench = new Bench();
    const all = [1, 2, 3, 4].map((item) => bench.group.submit(item));
    expect(bench.groups).toEqual([[1]]);
    await bench.end(0);
    expect(bench.groups).toEqual([[1], [2, 3]]);
    const late = bench.group.submit(5);
    await bench.end(1);
    await bench.end(2);
    await expect(Promise.all([...all, late])).resolves.toEqual([1, 2, 3, 4, 5].map((item) => `done ${item}`));
    expect(bench.groups).toEqual([[1], [2, 3], [4, 5]]);
  });

  it('never takes more than it can carry', async () => {
    const bench = new Bench();
    const all = Array.from({ length: 150 }, (_, item) => bench.group.submit(item));
    for (let call = 0; call < 6; call += 1) {
      await bench.end(call);
    }
    await Promise.all(all);
    expect(bench.groups.map((items) => items.length)).toEqual([1, 64, 64, 16, 4, 1]);
    expect(bench.groups.flat()).toEqual(Array.from({ length: 150 }, (_, item) => item));
  });

  it('never takes two of one name together', async () => {
    const bench = new Bench();
    const all = [1, 2, 1002, 3, 2002].map((item) => bench.group.submit(item));
    for (let call = 0; call < 4; call += 1) {
      await bench.end(call);
    }
    await Promise.all(all);
    expect(bench.groups).toEqual([[1], [2, 3], [1002], [2002]]);
  });

  it('refuses one and keeps the others', async () => {
    const bench = new Bench();
    const all = [1, 2, 3].map((item) => bench.group.submit(item));
    await bench.end(0);
    const refused = expect(all[1]).rejects.toThrow('sold out');
    await bench.end(1, [{ failure: new Error('sold out') }, { outcome: 'yours' }]);
    await refused;
    await expect(all[2]).resolves.toBe('yours');
  });

  it('tries a group that failed one by one', async () => {
    const bench = new Bench();
    const all = [1, 2, 3].map((item) => bench.group.submit(item));
    await bench.end(0);
    await bench.end(1, new Error('a deadlock'));
    expect(bench.groups).toEqual([[1], [2, 3], [2], [3]]);
    const refused = expect(all[1]).rejects.toThrow('no');
    await bench.end(2, [{ failure: new Error('no') }]);
    await bench.end(3);
    await refused;
    await expect(all[2]).resolves.toBe('done 3');
  });

  it('runs nothing again whose commit may have happened', async () => {
    const bench = new Bench();
    const all = [1, 2, 3].map((item) => bench.group.submit(item));
    await bench.end(0);
    const refused = [all[1], all[2]].map((one) => expect(one).rejects.toThrow(CommitUnknown));
    await bench.end(1, new CommitUnknown(new Error('gone')));
    await Promise.all(refused);
    expect(bench.groups).toEqual([[1], [2, 3]]);
  });
});
