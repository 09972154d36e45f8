import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { rowPlaceholders, type Reader, type SqlValue, type Tx } from '../../../platform/database/index.js';

/** Somebody of a brand was to be told. */
export interface PointsNotice {
  readonly programId: number;
  readonly brandId: number;
  readonly storeId: number | null;
  readonly memberId: number;
  readonly lapsesAt: Date;
  readonly daysBefore: number;
  readonly points: number;
}

export interface NoticePlace {
  readonly lapsesAt: Date;
  readonly memberId: number;
}

/** The newest notice of somebody about one instant. */
export interface LapsingMember extends NoticePlace {
  readonly points: number;
}

/** Who was to be told that points lapse. Rows only: sending is for whoever holds the consents and the quiet hours. */
@Injectable()
export class PointsNotices {
  constructor(private readonly clock: Clock) {}

  async isFinished(reader: Reader, day: string): Promise<boolean> {
    return (
      (await reader.one('SELECT 1 AS done FROM points_notice_day WHERE business_day = ?', [day])) !==
      undefined
    );
  }

  /** The last day before this one whose notices are complete. */
  async lastFinished(reader: Reader, day: string): Promise<string | undefined> {
    const row = await reader.one<{ last: string | null }>(
      'SELECT MAX(business_day) AS last FROM points_notice_day WHERE business_day < ?',
      [day],
    );
    return row?.last ?? undefined;
  }

  async finish(tx: Tx, day: string): Promise<void> {
    await tx.execute(
      'INSERT INTO points_notice_day (business_day, finished_at) VALUES (?, ?) ON DUPLICATE KEY UPDATE finished_at = finished_at',
      [day, this.clock.now()],
    );
  }

  /** A notice that is there already is left as it is. */
  async add(tx: Tx, notices: readonly PointsNotice[]): Promise<void> {
    if (notices.length === 0) {
      return;
    }
    const now = this.clock.now();
    await tx.execute(
      `INSERT INTO points_notice (program_id, brand_id, store_id, member_id, lapses_at, days_before, points, at)
       VALUES ${rowPlaceholders(notices.length, 8)}
       ON DUPLICATE KEY UPDATE points_notice.id = points_notice.id`,
      notices.flatMap((notice): SqlValue[] => [
        notice.programId,
        notice.brandId,
        notice.storeId,
        notice.memberId,
        notice.lapsesAt,
        notice.daysBefore,
        notice.points,
        now,
      ]),
    );
  }

  /** Of one store, whose points go first first, after a place in that order. */
  atStore(
    reader: Reader,
    {
      brandId,
      storeId,
      after,
      limit,
    }: { brandId: number; storeId: number; after?: NoticePlace; limit: number },
  ): Promise<LapsingMember[]> {
    const place = after ?? { lapsesAt: this.clock.now(), memberId: 0 };
    return reader.query<LapsingMember>(
      `SELECT lapses_at AS lapsesAt, member_id AS memberId, CAST(MIN(points) AS SIGNED) AS points
         FROM points_notice
        WHERE brand_id = ? AND store_id = ? AND lapses_at >= ? AND (lapses_at > ? OR member_id > ?)
        GROUP BY lapses_at, member_id
        ORDER BY lapses_at, member_id
        LIMIT ?`,
      [brandId, storeId, place.lapsesAt, place.lapsesAt, place.memberId, String(limit)],
    );
  }
}
