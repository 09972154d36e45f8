import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { rowPlaceholders, type SqlValue, type Tx } from '../database/index.js';
import { currentRequestId } from '../observability/request-context.js';

export interface NewJob {
  readonly kind: string;
  /** At most one unfinished job per (kind, key); scheduling it again changes nothing. */
  readonly key?: string;
  /** Now when absent. */
  readonly dueAt?: Date;
  readonly payload: object;
}

/** Anything later is a row with a due time, written in the transaction that caused it. */
@Injectable()
export class Jobs {
  constructor(private readonly clock: Clock) {}

  async schedule(tx: Tx, job: NewJob): Promise<void> {
    await this.scheduleAll(tx, [job]);
  }

  async scheduleAll(tx: Tx, jobs: readonly NewJob[]): Promise<void> {
    if (jobs.length === 0) {
      return;
    }
    const now = this.clock.now();
    const values = jobs.flatMap((job): SqlValue[] => [
      job.kind,
      job.key ?? null,
      JSON.stringify(job.payload),
      job.dueAt ?? now,
      currentRequestId() ?? null,
      now,
    ]);
    await tx.execute(
      `INSERT INTO job (kind, dedupe_key, payload, available_at, request_id, created_at)
       VALUES ${rowPlaceholders(jobs.length, 6)}
       ON DUPLICATE KEY UPDATE job.id = job.id`,
      values,
    );
  }
}
