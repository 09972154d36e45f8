import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../../../platform/auth/index.js';
import { isDuplicateKey, type Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { CouponIssue } from './coupon-issue.js';
import { CouponTemplates } from './coupon-templates.js';

/** The brand gives a member a coupon: by a rule of any module, or by the hand of its staff. */
@Injectable()
export class GiveCoupon {
  constructor(
    private readonly templates: CouponTemplates,
    private readonly issue: CouponIssue,
  ) {}

  /**
   * By a rule: `cause` gives at most one. False when it has given before, or the template gives none any more; a
   * rule's other effects go on without it.
   */
  async byRule(
    tx: Tx,
    gift: { templateId: number; memberId: number; brandId: number; cause: string },
  ): Promise<boolean> {
    const template = await this.templates.findOf(tx, [gift.brandId], gift.templateId);
    if (template?.status !== 'active') {
      return false;
    }
    try {
      const { memberId, cause } = gift;
      await this.issue.one(tx, template, { memberId, source: 'rule', causeKey: `rule:${cause}` });
    } catch (error) {
      if (isDuplicateKey(error)) {
        return false;
      }
      throw error;
    }
    await this.issue.count(tx, template.id);
    return true;
  }

  /** By staff, within what they may give in a day. @throws Refusal `coupon_not_givable`, `coupon_claimed_out` */
  async byStaff(
    tx: Tx,
    staff: StaffActor,
    gift: { templateId: number; memberId: number; causeKey: string },
  ): Promise<number> {
    const template = await this.templates.findOf(tx, [staff.brandId], gift.templateId);
    if (template?.status !== 'active' || template.staffDaily === null) {
      throw new Refusal('coupon_not_givable', { detail: '这张券不由店员赠送。' });
    }
    await this.issue.takeStaffShare(tx, template, staff.staffId);
    try {
      const couponId = await this.issue.one(tx, template, {
        memberId: gift.memberId,
        source: 'staff',
        causeKey: `staff:${gift.causeKey}`,
        staffId: staff.staffId,
      });
      await this.issue.count(tx, template.id);
      return couponId;
    } catch (error) {
      throw isDuplicateKey(error) ? new Refusal('conflict') : error;
    }
  }
}
