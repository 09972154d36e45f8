import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { Clock, TestClock } from '../src/platform/clock/index.js';
import { Config } from '../src/platform/config/index.js';
import { Database, UnitOfWork } from '../src/platform/database/index.js';
import { AdminResolver, StaffResolver, VisitorResolver } from '../src/platform/auth/index.js';
import {
  JobHandler,
  JobRunner,
  Jobs,
  OnEvent,
  Outbox,
  type HandlesJob,
  type Settle,
} from '../src/platform/jobs/index.js';
import { PlatformModule } from '../src/platform/platform.module.js';
import { TEST_ENVIRONMENT, createTestDatabase } from './harness.js';

declare module '../src/platform/jobs/events.js' {
  interface DomainEvents {
    'probe.happened': { readonly n: number };
  }
}

const effects: string[] = [];
let failures = 0;
let before: (n: number) => Promise<void> = () => Promise.resolve();

@JobHandler('probe.count', { attemptsMax: 3 })
class Count implements HandlesJob<{ n: number }> {
  async run({ n }: { n: number }, settle: Settle): Promise<void> {
    await before(n);
    if (failures > 0) {
      failures -= 1;
      throw new Error('not yet');
    }
    await settle(async (tx) => {
      await tx.execute('INSERT INTO effect (n) VALUES (?)', [n]);
    });
  }
}

@OnEvent('probe.happened', 'probe.first-listener')
class FirstListener implements HandlesJob<{ n: number }> {
  run({ n }: { n: number }): Promise<void> {
    effects.push(`first ${n}`);
    return Promise.resolve();
  }
}

@OnEvent('probe.happened', 'probe.second-listener')
class SecondListener implements HandlesJob<{ n: number }> {
  run({ n }: { n: number }): Promise<void> {
    effects.push(`second ${n}`);
    return Promise.resolve();
  }
}

@JobHandler('probe.every-minute', { everySeconds: 60 })
class EveryMinute implements HandlesJob<object> {
  run(): Promise<void> {
    effects.push('minute');
    return Promise.resolve();
  }
}

const nobody = { resolve: () => Promise.resolve(undefined) };

@Module({})
class ProbeModule {
  static with(config: Config): DynamicModule {
    return {
      module: ProbeModule,
      imports: [PlatformModule.with(config)],
      providers: [
        Count,
        FirstListener,
        SecondListener,
        EveryMinute,
        { provide: VisitorResolver, useValue: nobody },
        { provide: StaffResolver, useValue: nobody },
        { provide: AdminResolver, useValue: nobody },
      ],
    };
  }
}

describe('due rows', () => {
  const clock = new TestClock();
  const workers: INestApplicationContext[] = [];
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const database = await createTestDatabase();
    drop = database.drop;
    const config = Config.from({ ...TEST_ENVIRONMENT, DATABASE_URL: database.url });
    for (let index = 0; index < 2; index += 1) {
      const worker = await NestFactory.createApplicationContext(ProbeModule.with(config), { logger: false });
      worker.get(Clock).now = () => clock.now();
      workers.push(worker);
    }
    await unitOfWork().run(async (tx) => {
      await tx.execute(
        'CREATE TABLE effect (id INT AUTO_INCREMENT PRIMARY KEY, n INT NOT NULL) ENGINE=InnoDB',
      );
    });
  });

  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.close()));
    await drop();
  });

  beforeEach(async () => {
    effects.length = 0;
    failures = 0;
    before = () => Promise.resolve();
    await unitOfWork().run(async (tx) => {
      await tx.execute('DELETE FROM effect');
      await tx.execute('DELETE FROM job');
    });
  });

  const worker = (index: number): INestApplicationContext => {
    const found = workers[index];
    if (!found) {
      throw new Error(`No worker ${index}`);
    }
    return found;
  };
  const unitOfWork = () => worker(0).get(UnitOfWork);
  const runner = (index = 0) => worker(index).get(JobRunner);
  const schedule = (n: number, options: { key?: string; dueAt?: Date } = {}) =>
    unitOfWork().run((tx) =>
      worker(0)
        .get(Jobs)
        .schedule(tx, { kind: 'probe.count', payload: { n }, ...options }),
    );
  const rows = <R>(sql: string) => worker(0).get(Database).query<R>(sql);
  const counted = async () =>
    (await rows<{ n: number }>('SELECT n FROM effect ORDER BY n')).map(({ n }) => n);

  it('wait until they are due, and are gone when done', async () => {
    await schedule(1, { dueAt: clock.in(1000) });
    expect(await runner().drain()).toBe(0);
    clock.advance(1000);
    await runner().drain();
    expect(await counted()).toEqual([1]);
    expect(await rows('SELECT id FROM job')).toEqual([]);
  });

  it('vanish with the transaction that wrote them', async () => {
    const failing = unitOfWork().run(async (tx) => {
      await worker(0)
        .get(Jobs)
        .schedule(tx, { kind: 'probe.count', payload: { n: 1 } });
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await rows('SELECT id FROM job')).toEqual([]);
  });

  it('exist once per key', async () => {
    await Promise.all(Array.from({ length: 5 }, () => schedule(1, { key: 'order:1' })));
    await runner().drain();
    expect(await counted()).toEqual([1]);
  });

  it('have each their effect once, however many workers share them', async () => {
    const numbers = Array.from({ length: 100 }, (_, index) => index);
    await Promise.all(numbers.map((n) => schedule(n)));
    await Promise.all([runner(0).drain(), runner(1).drain(), runner(0).drain(), runner(1).drain()]);
    expect(await counted()).toEqual(numbers);
  });

  it('have one effect when a lease ends under a slow worker and another takes over', async () => {
    let release: () => void = () => undefined;
    let slow = true;
    before = () => {
      if (!slow) {
        return Promise.resolve();
      }
      slow = false;
      return new Promise((resolve) => {
        release = resolve;
      });
    };
    await schedule(1);
    const first = runner(0).drain();
    while (slow) {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
    clock.advance(61_000);
    await runner(1).drain();
    expect(await counted()).toEqual([1]);
    release();
    await first;
    expect(await counted()).toEqual([1]);
  });

  it('come again later when they fail, with growing pauses, and stay visible when they give up', async () => {
    failures = 99;
    await schedule(1);
    await runner().drain();
    const [row] = await rows<{ attempts: number; available_at: Date; last_error: string }>(
      'SELECT attempts, available_at, last_error FROM job',
    );
    expect(row).toMatchObject({ attempts: 1, last_error: 'Error: not yet' });
    expect(row?.available_at.getTime()).toBeGreaterThan(clock.now().getTime());
    for (let attempt = 2; attempt <= 3; attempt += 1) {
      clock.advance(3_600_000);
      await runner().drain();
    }
    clock.advance(365 * 86_400_000);
    expect(await runner().drain()).toBe(0);
    expect(await rows('SELECT attempts FROM job WHERE available_at IS NULL')).toEqual([{ attempts: 3 }]);
  });

  it('tell every listener of an event, each by itself', async () => {
    await unitOfWork().run((tx) => worker(0).get(Outbox).emit(tx, 'probe.happened', { n: 7 }));
    await runner().drain();
    expect(effects.toSorted()).toEqual(['first 7', 'second 7']);
  });

  it('come back by themselves when they are housekeeping, with one row however many workers start', async () => {
    await Promise.all([runner(0).ensureRecurring(), runner(1).ensureRecurring()]);
    await runner().drain();
    await runner().drain();
    expect(effects).toEqual(['minute']);
    clock.advance(60_000);
    await Promise.all([runner(0).drain(), runner(1).drain()]);
    expect(effects).toEqual(['minute', 'minute']);
    expect(await rows("SELECT id FROM job WHERE kind = 'probe.every-minute'")).toHaveLength(1);
  });

  it('of a kind that this version does not know are left for one that does', async () => {
    await unitOfWork().run((tx) =>
      worker(0).get(Jobs).schedule(tx, { kind: 'from.the-future', payload: {} }),
    );
    await runner().drain();
    expect(await rows('SELECT kind FROM job')).toEqual([{ kind: 'from.the-future' }]);
  });
});
