import type { MovableClock } from './clock.js';

type Run = (dueAt: number) => Promise<void> | void;

interface Entry {
  readonly dueAt: number;
  readonly run: Run;
}

/** setTimeout takes no more than this. */
const LONGEST_WAIT_MS = 2_147_483_647;

/**
 * What happens later, by the movable clock. When the clock jumps, everything that became due runs in the order of its
 * due time, and what that plans into the past runs too: a jump of a day plays a whole day of retries.
 */
export class Agenda {
  private entries: Entry[] = [];
  private readonly running = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly clock: MovableClock,
    private readonly report: (error: unknown) => void,
    private readonly ran: () => void,
  ) {
    clock.onMove(() => this.wake());
  }

  plan(dueAt: number, run: Run): void {
    const index = this.entries.findIndex((entry) => entry.dueAt > dueAt);
    this.entries.splice(index === -1 ? this.entries.length : index, 0, { dueAt, run });
    this.wake();
  }

  /** Resolves when nothing is due or running any more. */
  async settled(): Promise<void> {
    this.startDue();
    while (this.running.size > 0) {
      await Promise.race(this.running);
    }
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    this.entries = [];
    await Promise.allSettled(this.running);
  }

  private wake(): void {
    clearTimeout(this.timer);
    const next = this.entries[0];
    if (this.closed || !next) {
      return;
    }
    const waitMs = Math.min(Math.max(next.dueAt - this.clock.now(), 0), LONGEST_WAIT_MS);
    this.timer = setTimeout(() => this.startDue(), waitMs).unref();
  }

  private startDue(): void {
    while (!this.closed && this.entries[0] && this.entries[0].dueAt <= this.clock.now()) {
      this.start(this.entries[0]);
    }
    this.wake();
  }

  private start(entry: Entry): void {
    this.entries.shift();
    const run = Promise.resolve()
      .then(() => entry.run(entry.dueAt))
      .catch(this.report)
      .finally(() => {
        this.running.delete(run);
        this.ran();
        this.startDue();
      });
    this.running.add(run);
  }
}
