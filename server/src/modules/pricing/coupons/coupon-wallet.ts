import { Injectable } from '@nestjs/common';
import type { CouponSource, CouponState } from '@regulars/shared';
import { Clock } from '../../../platform/clock/index.js';
import type { Reader, SqlValue } from '../../../platform/database/index.js';
import type { CouponTemplate } from './coupon-template.entity.js';
import { CouponTemplates } from './coupon-templates.js';

export interface CouponRow {
  readonly id: number;
  readonly templateId: number;
  readonly brandId: number;
  readonly memberId: number;
  readonly state: CouponState;
  readonly source: CouponSource;
  readonly code: string;
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly orderId: number | null;
  readonly usedAt: Date | null;
  readonly usedStoreId: number | null;
}

export interface OwnedCoupon {
  readonly row: CouponRow;
  readonly template: CouponTemplate;
}

/** Shown at checkout at most: nobody chooses among more. */
const OFFERED_MAX = 50;

const COLUMNS = `id, template_id AS templateId, brand_id AS brandId, member_id AS memberId, state, source, code,
  valid_from AS validFrom, valid_to AS validTo, order_id AS orderId, used_at AS usedAt, used_store_id AS usedStoreId`;

/** What members have, to read. Every query is bound to its owner. */
@Injectable()
export class CouponWallet {
  constructor(
    private readonly templates: CouponTemplates,
    private readonly clock: Clock,
  ) {}

  /** What the member could use now or soon, the soonest to end first. */
  async usable(reader: Reader, memberId: number, brandId: number): Promise<OwnedCoupon[]> {
    if (!(await this.templates.anyOf(brandId))) {
      return [];
    }
    return this.many(
      reader,
      "member_id = ? AND brand_id = ? AND state = 'available' AND valid_to > ? ORDER BY valid_to, id LIMIT ?",
      [memberId, brandId, this.clock.now(), OFFERED_MAX],
    );
  }

  /** Whether anybody can have coupons of this brand. */
  anyOf(brandId: number): Promise<boolean> {
    return this.templates.anyOf(brandId);
  }

  /** Of these states, the newest first; what has ended by its time counts as expired, whatever its row says yet. */
  page(
    reader: Reader,
    owner: { memberId: number; brandId: number },
    wanted: 'usable' | 'used' | 'expired',
    page: { beforeId: number; limit: number },
  ): Promise<OwnedCoupon[]> {
    const now = this.clock.now();
    const [condition, params] = CONDITIONS[wanted](now);
    return this.many(
      reader,
      `member_id = ? AND brand_id = ? AND ${condition} AND id < ? ORDER BY id DESC LIMIT ?`,
      [owner.memberId, owner.brandId, ...params, page.beforeId, page.limit],
    );
  }

  async ofMember(reader: Reader, memberId: number, couponId: number): Promise<OwnedCoupon | undefined> {
    return (await this.many(reader, 'id = ? AND member_id = ?', [couponId, memberId]))[0];
  }

  async byCode(reader: Reader, brandId: number, code: string): Promise<OwnedCoupon | undefined> {
    return (await this.many(reader, 'code = ? AND brand_id = ?', [code, brandId]))[0];
  }

  async byId(reader: Reader, couponId: number): Promise<OwnedCoupon | undefined> {
    return (await this.many(reader, 'id = ?', [couponId]))[0];
  }

  private async many(reader: Reader, condition: string, params: readonly SqlValue[]): Promise<OwnedCoupon[]> {
    const rows = await reader.query<CouponRow>(`SELECT ${COLUMNS} FROM coupon WHERE ${condition}`, params);
    const templates = await this.templates.many(rows.map(({ templateId }) => templateId));
    return rows.flatMap((row) => {
      const template = templates.get(row.templateId);
      return template ? [{ row, template }] : [];
    });
  }
}

const CONDITIONS: Readonly<
  Record<'usable' | 'used' | 'expired', (now: Date) => readonly [string, readonly SqlValue[]]>
> = {
  usable: (now) => ["(state = 'locked' OR (state = 'available' AND valid_to > ?))", [now]],
  used: () => ["state = 'used'", []],
  expired: (now) => ["(state IN ('expired', 'void') OR (state = 'available' AND valid_to <= ?))", [now]],
};
