import { Injectable } from '@nestjs/common';
import type { CouponBatchState } from '@regulars/shared';
import { Clock } from '../../../platform/clock/index.js';
import { Database, type Reader, type Tx } from '../../../platform/database/index.js';
import { JobHandler, Jobs, type HandlesJob, type Settle } from '../../../platform/jobs/index.js';
import { MembershipLookup } from '../../members/index.js';
import { CouponIssue } from './coupon-issue.js';
import { CouponTemplates } from './coupon-templates.js';

const ISSUE_BATCH = 'pricing.issue-coupon-batch';
/** Members of one transaction: few enough to be quick, enough that a million take a thousand of them. */
const CHUNK = 1_000;

export interface CouponBatch {
  readonly id: number;
  readonly templateId: number;
  readonly brandId: number;
  readonly state: CouponBatchState;
  readonly joinedFrom: Date | null;
  readonly total: number;
  readonly looked: number;
  readonly issued: number;
  readonly cursorId: number;
  readonly note: string;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

type BatchRow = Omit<CouponBatch, 'joinedFrom'> & { readonly audience: string };

const COLUMNS = `id, template_id AS templateId, brand_id AS brandId, state, audience, total, looked, issued,
  cursor_id AS cursorId, note, created_at AS createdAt, ended_at AS endedAt`;

interface Audience {
  /** Instant in ISO 8601. */
  readonly joinedFrom: string | null;
}

/** Coupons for all members of a brand, chunk by chunk, and how far they are. */
@Injectable()
export class CouponBatches {
  constructor(
    private readonly memberships: MembershipLookup,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async start(
    tx: Tx,
    batch: { templateId: number; brandId: number; adminId: number; joinedFrom: Date | null },
  ): Promise<number> {
    const { brandId, joinedFrom } = batch;
    const total = await this.memberships.joinedSince(tx, brandId, joinedFrom ?? new Date(0));
    const audience: Audience = { joinedFrom: joinedFrom?.toISOString() ?? null };
    const { insertId } = await tx.execute(
      `INSERT INTO coupon_batch (template_id, brand_id, audience, state, total, admin_id, created_at)
       VALUES (?, ?, ?, 'running', ?, ?, ?)`,
      [batch.templateId, brandId, JSON.stringify(audience), total, batch.adminId, this.clock.now()],
    );
    await this.next(tx, insertId);
    return insertId;
  }

  /** Schedules the next chunk, in the transaction of the one before. */
  async next(tx: Tx, batchId: number): Promise<void> {
    await this.jobs.schedule(tx, { kind: ISSUE_BATCH, payload: { batchId } satisfies IssueBatch });
  }

  async find(reader: Reader, batchId: number): Promise<CouponBatch | undefined> {
    return (await this.many(reader, 'id = ?', [batchId]))[0];
  }

  page(reader: Reader, brandId: number, beforeId: number, limit: number): Promise<CouponBatch[]> {
    return this.many(reader, 'brand_id = ? AND id < ? ORDER BY id DESC LIMIT ?', [brandId, beforeId, limit]);
  }

  async progress(
    tx: Tx,
    batch: CouponBatch,
    chunk: { looked: number; issued: number; cursorId: number },
  ): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE coupon_batch SET looked = looked + ?, issued = issued + ?, cursor_id = ?
        WHERE id = ? AND state = 'running' AND cursor_id = ?`,
      [chunk.looked, chunk.issued, chunk.cursorId, batch.id, batch.cursorId],
    );
    return affectedRows === 1;
  }

  /** False when it has ended before. */
  async end(tx: Tx, batchId: number, state: 'done' | 'stopped', note: string): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      "UPDATE coupon_batch SET state = ?, note = ?, ended_at = ? WHERE id = ? AND state = 'running'",
      [state, note, this.clock.now(), batchId],
    );
    return affectedRows === 1;
  }

  private async many(reader: Reader, condition: string, params: readonly number[]): Promise<CouponBatch[]> {
    const rows = await reader.query<BatchRow>(
      `SELECT ${COLUMNS} FROM coupon_batch WHERE ${condition}`,
      params,
    );
    return rows.map(({ audience, ...row }) => {
      const { joinedFrom } = JSON.parse(audience) as Audience;
      return { ...row, joinedFrom: joinedFrom === null ? null : new Date(joinedFrom) };
    });
  }
}

interface IssueBatch {
  readonly batchId: number;
}

/**
 * One chunk: its coupons, how far the batch is, and the due row of the next chunk are one transaction. So a killed
 * worker leaves the batch between two chunks, whoever comes next goes on there, and nobody gets two.
 */
@JobHandler(ISSUE_BATCH, { attemptsMax: 50 })
export class IssueCouponBatchJob implements HandlesJob<IssueBatch> {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipLookup,
    private readonly templates: CouponTemplates,
    private readonly issue: CouponIssue,
    private readonly batches: CouponBatches,
  ) {}

  async run({ batchId }: IssueBatch, settle: Settle): Promise<void> {
    const batch = await this.batches.find(this.database, batchId);
    if (batch?.state !== 'running') {
      return;
    }
    const members = await this.memberships.after(this.database, batch.brandId, {
      joinedFrom: batch.joinedFrom,
      afterId: batch.cursorId,
      limit: CHUNK,
    });
    await settle((tx) => this.write(tx, batch, members));
  }

  private async write(
    tx: Tx,
    batch: CouponBatch,
    members: readonly { id: number; memberId: number }[],
  ): Promise<void> {
    const last = members.at(-1);
    if (!last) {
      await this.batches.end(tx, batch.id, 'done', '');
      return;
    }
    const template = await this.templates.find(tx, batch.templateId);
    const left = template?.quota ? template.quota - template.issued : Number.MAX_SAFE_INTEGER;
    if (template?.status !== 'active' || left < members.length) {
      const note = template?.status === 'active' ? '剩余数量不够，已停在这里' : '券已停用，已停在这里';
      await this.batches.end(tx, batch.id, 'stopped', note);
      return;
    }
    const chunk = { looked: members.length, issued: members.length, cursorId: last.id };
    if (!(await this.batches.progress(tx, batch, chunk))) {
      return;
    }
    await this.issue.many(
      tx,
      template,
      members.map(({ memberId }) => ({
        memberId,
        source: 'bulk',
        causeKey: `bulk:${batch.id}:${memberId}`,
      })),
    );
    await this.batches.next(tx, batch.id);
    await this.issue.count(tx, template.id, members.length);
  }
}
