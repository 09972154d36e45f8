import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { UnitOfWork, placeholders, type Tx } from '../database/index.js';
import { Metrics } from '../observability/metrics.js';
import { withRequestId } from '../observability/request-context.js';
import { HandlerRegistry, type RegisteredHandler } from './handler-registry.js';

const LEASE_MS = 60_000;
const BATCH_MAX = 10;
const POLL_MS = 200;
const BACKOFF_MAX_MS = 3_600_000;
const ERROR_LENGTH_MAX = 1000;

interface JobRow {
  id: number;
  kind: string;
  payload: string | object;
  attempts: number;
  request_id: string | null;
}

interface ClaimedJob extends JobRow {
  readonly leaseToken: string;
}

/**
 * Works off due rows. Several runners share the table: a claim is a lease, committed before the work begins,
 * and an expired lease is simply due again. Completion deletes the row in the transaction of the effect.
 */
@Injectable()
export class JobRunner {
  private readonly logger = new Logger(JobRunner.name);
  private running: Promise<void> | undefined;
  private stopping = new AbortController();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly registry: HandlerRegistry,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  start(): void {
    this.stopping = new AbortController();
    this.running ??= this.loop(this.stopping.signal);
  }

  /** Lets the jobs in hand finish. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    this.running = undefined;
  }

  /** Works until nothing is due. Returns how many jobs were tried. */
  async drain(): Promise<number> {
    let total = 0;
    for (let tried = await this.runBatch(); tried > 0; tried = await this.runBatch()) {
      total += tried;
    }
    return total;
  }

  /** Makes sure every housekeeping job has its row. */
  async ensureRecurring(): Promise<void> {
    const recurring = this.registry.recurring();
    if (recurring.length === 0) {
      return;
    }
    await this.unitOfWork.run(async (tx) => {
      for (const { kind } of recurring) {
        await this.insertRecurring(tx, kind, this.clock.now());
      }
    });
  }

  private async loop(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      let tried = 0;
      try {
        tried = await this.runBatch();
      } catch (error) {
        this.logger.error(
          error instanceof Error ? error : new Error(String(error)),
          'Claiming due jobs failed',
        );
      }
      if (tried < BATCH_MAX) {
        await sleep(POLL_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  private async runBatch(): Promise<number> {
    const jobs = await this.claim();
    await Promise.all(
      jobs.map((job) => withRequestId(job.request_id ?? `job-${job.id}`, () => this.runOne(job))),
    );
    return jobs.length;
  }

  private claim(): Promise<ClaimedJob[]> {
    const leaseToken = randomBytes(16).toString('hex');
    return this.unitOfWork.run(async (tx) => {
      const rows = await tx.query<JobRow>(
        `SELECT id, kind, payload, attempts, request_id FROM job WHERE available_at <= ?
         ORDER BY available_at LIMIT ${BATCH_MAX} FOR UPDATE SKIP LOCKED`,
        [this.clock.now()],
      );
      if (rows.length === 0) {
        return [];
      }
      await tx.execute(
        `UPDATE job SET available_at = ?, lease_token = ?, attempts = attempts + 1 WHERE id IN (${placeholders(rows.length)})`,
        [this.clock.in(LEASE_MS), leaseToken, ...rows.map((row) => row.id)],
      );
      return rows.map((row) => ({ ...row, attempts: row.attempts + 1, leaseToken }));
    });
  }

  private async runOne(job: ClaimedJob): Promise<void> {
    const registered = this.registry.byKind(job.kind);
    if (!registered) {
      // Another version of the program may know this kind: leave the row to its lease.
      this.logger.warn(`No handler for jobs of kind ${job.kind}`);
      return;
    }
    try {
      await this.work(job, registered);
      this.metrics.jobs.inc({ kind: job.kind, outcome: 'done' });
    } catch (error) {
      if (error instanceof LeaseLost) {
        this.metrics.jobs.inc({ kind: job.kind, outcome: 'lease-lost' });
        return;
      }
      this.metrics.jobs.inc({ kind: job.kind, outcome: 'failed' });
      await this.postpone(job, registered, error);
    }
  }

  private async work(job: ClaimedJob, registered: RegisteredHandler): Promise<void> {
    const payload: unknown = typeof job.payload === 'string' ? JSON.parse(job.payload) : job.payload;
    let settled = false;
    const settle = async (effect: (tx: Tx) => Promise<void>): Promise<void> => {
      if (settled) {
        throw new Error(`Job ${job.kind} settled twice`);
      }
      await this.unitOfWork.run(async (tx) => {
        // First, so that a twin with the same job waits here instead of doing the effect beside us.
        await this.complete(tx, job, registered);
        await effect(tx);
      });
      settled = true;
    };
    await registered.handler.run(payload, settle);
    if (!settled) {
      await settle(() => Promise.resolve());
    }
  }

  private async complete(tx: Tx, job: ClaimedJob, { everySeconds }: RegisteredHandler): Promise<void> {
    const { affectedRows } = await tx.execute('DELETE FROM job WHERE id = ? AND lease_token = ?', [
      job.id,
      job.leaseToken,
    ]);
    if (affectedRows !== 1) {
      throw new LeaseLost();
    }
    if (everySeconds !== undefined) {
      await this.insertRecurring(tx, job.kind, this.clock.in(everySeconds * 1000));
    }
  }

  private async insertRecurring(tx: Tx, kind: string, dueAt: Date): Promise<void> {
    await tx.execute(
      `INSERT INTO job (kind, dedupe_key, payload, available_at, created_at) VALUES (?, 'recurring', '{}', ?, ?)
       ON DUPLICATE KEY UPDATE job.id = job.id`,
      [kind, dueAt, this.clock.now()],
    );
  }

  /** Again later, with doubling pauses; after the last attempt it stays, visible and without a due time. */
  private async postpone(job: ClaimedJob, { attemptsMax }: RegisteredHandler, error: unknown): Promise<void> {
    const last = job.attempts >= attemptsMax;
    const pause = Math.min(1000 * 2 ** job.attempts, BACKOFF_MAX_MS) * (0.5 + Math.random() / 2);
    const report = { err: error, kind: job.kind, jobId: job.id, attempt: job.attempts };
    if (last) {
      this.logger.error(report, 'Job gave up');
    } else {
      this.logger.warn(report, 'Job failed, will be tried again');
    }
    await this.unitOfWork.run(async (tx) => {
      await tx.execute(
        'UPDATE job SET available_at = ?, lease_token = NULL, last_error = ? WHERE id = ? AND lease_token = ?',
        [
          last ? null : this.clock.in(pause),
          String(error).slice(0, ERROR_LENGTH_MAX),
          job.id,
          job.leaseToken,
        ],
      );
    });
  }
}

class LeaseLost extends Error {}
