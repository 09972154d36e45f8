import { BriefCache } from './brief-cache.js';

describe('BriefCache', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function counted() {
    const loads: string[] = [];
    const cache = new BriefCache<string, number>(
      async (key) => {
        loads.push(key);
        return loads.length;
      },
      { keysMax: 2 },
    );
    return { cache, loads };
  }

  it('loads once for all who ask within a second', async () => {
    const { cache, loads } = counted();
    await expect(Promise.all([cache.get('a'), cache.get('a')])).resolves.toEqual([1, 1]);
    jest.advanceTimersByTime(999);
    await expect(cache.get('a')).resolves.toBe(1);
    jest.advanceTimersByTime(1);
    await expect(cache.get('a')).resolves.toBe(2);
    expect(loads).toHaveLength(2);
  });

  it('never gives an answer from before a drop to those who ask after it', async () => {
    let value = 'old';
    let release = (): void => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const cache = new BriefCache<string, string>(
      async () => {
        const read = value;
        await gate;
        return read;
      },
      { keysMax: 10 },
    );
    const before = cache.get('a');
    value = 'new';
    cache.drop('a');
    const after = cache.get('a');
    release();
    await expect(Promise.all([before, after])).resolves.toEqual(['old', 'new']);
    await expect(cache.get('a')).resolves.toBe('new');
  });

  it('does not keep failures', async () => {
    let fails = true;
    const cache = new BriefCache<string, string>(
      async () => {
        if (fails) {
          throw new Error('no');
        }
        return 'yes';
      },
      { keysMax: 10 },
    );
    await expect(cache.get('a')).rejects.toThrow('no');
    fails = false;
    await expect(cache.get('a')).resolves.toBe('yes');
  });

  it('lets go of what has ended, although nobody asks for it again', async () => {
    const cache = new BriefCache<string, string>(async (key) => key, { keysMax: 10 });
    await cache.get('a');
    jest.advanceTimersByTime(600);
    await cache.get('b');
    jest.advanceTimersByTime(500);
    await cache.get('a');
    expect(cache.size).toBe(2);
    jest.advanceTimersByTime(600);
    await cache.get('c');
    expect(cache.size).toBe(2);
  });

  it('stays bounded, however many keys are asked for', async () => {
    const { cache, loads } = counted();
    for (let key = 0; key < 100; key += 1) {
      await cache.get(String(key));
    }
    await cache.get('99');
    expect(loads).toHaveLength(100);
  });
});
