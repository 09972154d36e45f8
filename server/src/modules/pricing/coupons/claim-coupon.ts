import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal, notFound } from '../../../platform/http/index.js';
import { claimObstacle } from '../domain/coupon-validity.js';
import { CouponIssue } from './coupon-issue.js';
import type { CouponTemplate } from './coupon-template.entity.js';
import { CouponTemplates } from './coupon-templates.js';

export interface CouponClaim {
  readonly templateId: number;
  readonly memberId: number;
  readonly tierLevel: number;
}

/** A member takes a coupon for themself: within quota and limit however many ask at once. */
@Injectable()
export class ClaimCoupon {
  constructor(
    private readonly templates: CouponTemplates,
    private readonly issue: CouponIssue,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not_found` */
  async template(tx: Tx, templateId: number): Promise<CouponTemplate> {
    const template = await this.templates.find(tx, templateId);
    if (!template || template.status === 'draft') {
      throw notFound();
    }
    return template;
  }

  /** @throws Refusal `coupon_not_claimable`, `coupon_limit_reached`, `coupon_claimed_out` */
  async execute(tx: Tx, template: CouponTemplate, { memberId, tierLevel }: CouponClaim): Promise<number> {
    // What others take meanwhile is counted below, by condition.
    const terms = { ...template, quota: null, perPerson: null };
    const obstacle = claimObstacle(terms, { now: this.clock.now(), tierLevel, taken: 0 });
    if (obstacle !== undefined) {
      throw new Refusal('coupon_not_claimable', { detail: `这张券现在不能领取：${obstacle}。` });
    }
    await this.issue.takeShare(tx, template, memberId);
    const couponId = await this.issue.one(tx, template, { memberId, source: 'claim', causeKey: null });
    await this.issue.count(tx, template.id);
    return couponId;
  }
}
