import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, Not } from 'typeorm';
import type { StaffActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database, placeholders } from '../../../platform/database/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import { BrandLookup } from '../../org/index.js';
import { claimObstacle } from '../domain/coupon-validity.js';
import { CouponIssue } from './coupon-issue.js';
import { CouponTemplate } from './coupon-template.entity.js';
import { toTermsView, type CouponCentreView } from './coupon.view.js';
import type { GivableCouponsView } from './staff-coupon.view.js';

export type { CouponTemplate } from './coupon-template.entity.js';

const SHOWN_MAX = 100;

/** From given to used: how far a template's coupons came, and what the orders that used them brought. */
export interface Funnel {
  /** Of the issued ones: claimed by members themselves. */
  readonly claimed: number;
  readonly used: number;
  readonly expired: number;
  readonly broughtFen: number;
}

const NOTHING: Funnel = { claimed: 0, used: 0, expired: 0, broughtFen: 0 };

@Injectable()
export class CouponTemplateLookup {
  constructor(
    private readonly database: Database,
    private readonly brands: BrandLookup,
    private readonly issue: CouponIssue,
    private readonly clock: Clock,
  ) {}

  /** What the coupon centre offers, what can be claimed first. */
  async centre(brandId: number, memberId: number | null, tierLevel: number): Promise<CouponCentreView> {
    await this.brands.get(brandId);
    const [templates, taken] = await Promise.all([
      this.database.manager.find(CouponTemplate, {
        where: { brandId, status: 'active', claimable: true },
        order: { id: 'DESC' },
        take: SHOWN_MAX,
      }),
      memberId === null ? new Map<number, number>() : this.issue.takenBy(this.database, brandId, memberId),
    ]);
    const now = this.clock.now();
    const shown = templates
      .filter(({ claimTo, validTo }) => (claimTo ?? validTo ?? now) >= now && (validTo ?? now) >= now)
      .map((template) => {
        const claimed = taken.get(template.id) ?? 0;
        return {
          id: toPublicId('coupon-template', template.id),
          terms: toTermsView(template),
          validTo: template.validTo?.toISOString() ?? null,
          validDays: template.validDays,
          left: template.quota === null ? null : Math.max(0, template.quota - template.issued),
          claimed,
          obstacle: claimObstacle(template, { now, tierLevel, taken: claimed }) ?? null,
        };
      });
    return { items: shown.toSorted((a, b) => Number(a.obstacle !== null) - Number(b.obstacle !== null)) };
  }

  async givable({ brandId, staffId }: StaffActor): Promise<GivableCouponsView> {
    const { timeZone } = await this.brands.get(brandId);
    const templates = await this.database.manager.find(CouponTemplate, {
      where: { brandId, status: 'active', staffDaily: Not(IsNull()) },
      order: { id: 'DESC' },
      take: SHOWN_MAX,
    });
    const given = await this.database.query<{ id: number; given: number }>(
      'SELECT template_id AS id, given FROM coupon_staff_share WHERE staff_id = ? AND business_day = ?',
      [staffId, this.clock.businessDay(timeZone)],
    );
    return {
      items: templates.map((template) => ({
        id: toPublicId('coupon-template', template.id),
        terms: toTermsView(template),
        leftToday: Math.max(
          0,
          (template.staffDaily ?? 0) - (given.find(({ id }) => id === template.id)?.given ?? 0),
        ),
      })),
    };
  }

  /** Newest first. */
  page(brandId: number, beforeId: number, limit: number): Promise<CouponTemplate[]> {
    return this.database.manager.find(CouponTemplate, {
      where: { brandId, id: LessThan(beforeId) },
      order: { id: 'DESC' },
      take: limit,
    });
  }

  async funnels(templateIds: readonly number[]): Promise<ReadonlyMap<number, Funnel>> {
    if (templateIds.length === 0) {
      return new Map();
    }
    const marks = placeholders(templateIds.length);
    const [states, brought, claimed] = await Promise.all([
      this.database.query<{ id: number; state: string; coupons: number }>(
        `SELECT template_id AS id, state, COUNT(*) AS coupons FROM coupon
          WHERE template_id IN (${marks}) GROUP BY template_id, state`,
        [...templateIds],
      ),
      this.database.query<{ id: number; fen: number }>(
        `SELECT template_id AS id, CAST(COALESCE(SUM(order_paid_fen), 0) AS SIGNED) AS fen FROM coupon
          WHERE template_id IN (${marks}) AND state = 'used' GROUP BY template_id`,
        [...templateIds],
      ),
      this.database.query<{ id: number; taken: number }>(
        `SELECT template_id AS id, CAST(SUM(taken) AS SIGNED) AS taken FROM coupon_share
          WHERE template_id IN (${marks}) GROUP BY template_id`,
        [...templateIds],
      ),
    ]);
    const counted = (id: number, state: string) =>
      states.find((row) => row.id === id && row.state === state)?.coupons ?? 0;
    return new Map(
      templateIds.map((id) => [
        id,
        {
          ...NOTHING,
          claimed: claimed.find((row) => row.id === id)?.taken ?? 0,
          used: counted(id, 'used'),
          expired: counted(id, 'expired'),
          broughtFen: brought.find((row) => row.id === id)?.fen ?? 0,
        },
      ]),
    );
  }
}
