import { Injectable } from '@nestjs/common';
import type { CouponSource } from '@regulars/shared';
import { Clock, addDays, businessDayOf, startOfBusinessDay } from '../../../platform/clock/index.js';
import { READABLE_ALPHABET, randomText } from '../../../platform/crypto/index.js';
import { rowPlaceholders, type Reader, type SqlValue, type Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { BrandLookup } from '../../org/index.js';
import { validityFrom, type ValidTime } from '../domain/coupon-validity.js';
import type { CouponTemplate } from './coupon-template.entity.js';

const CODE_LENGTH = 12;
export const COUPON_CODE = new RegExp(`^[${READABLE_ALPHABET}]{${CODE_LENGTH}}$`);

export interface CouponGrant {
  readonly memberId: number;
  readonly source: CouponSource;
  /** What gives at most one, however often it happens. */
  readonly causeKey: string | null;
  readonly dropGroupId?: number;
  readonly staffId?: number;
}

/** Writes coupons, and counts them against what their template allows. */
@Injectable()
export class CouponIssue {
  constructor(
    private readonly brands: BrandLookup,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `coupon_not_claimable` when it would be over already */
  async timeOf(template: CouponTemplate): Promise<ValidTime> {
    const { timeZone } = await this.brands.get(template.brandId);
    const now = this.clock.now();
    const today = businessDayOf(now, timeZone);
    const time = validityFrom(template, now, (days) => startOfBusinessDay(addDays(today, days), timeZone));
    if (!time) {
      throw new Refusal('coupon_not_claimable', { detail: '这张券的有效期已经过了。' });
    }
    return time;
  }

  /** One coupon; its count is for the caller, as the last thing. @returns its number */
  async one(tx: Tx, template: CouponTemplate, grant: CouponGrant): Promise<number> {
    return this.many(tx, template, [grant]);
  }

  /** A cause that has given before is a duplicate key. @returns the number of the first */
  async many(tx: Tx, template: CouponTemplate, grants: readonly CouponGrant[]): Promise<number> {
    const { insertId } = await this.insert(tx, template, await this.timeOf(template), grants);
    return insertId;
  }

  /** What one member may claim. @throws Refusal `coupon_limit_reached` */
  async takeShare(tx: Tx, { id, perPerson }: CouponTemplate, memberId: number): Promise<void> {
    await tx.execute(
      `INSERT INTO coupon_share (template_id, member_id, taken) VALUES (?, ?, 0)
       ON DUPLICATE KEY UPDATE taken = coupon_share.taken`,
      [id, memberId],
    );
    const { affectedRows } = await tx.execute(
      'UPDATE coupon_share SET taken = taken + 1 WHERE template_id = ? AND member_id = ? AND (? IS NULL OR taken < ?)',
      [id, memberId, perPerson, perPerson],
    );
    if (affectedRows !== 1) {
      throw new Refusal('coupon_limit_reached');
    }
  }

  /** What one of the staff may give in a day. @throws Refusal `coupon_not_givable` */
  async takeStaffShare(tx: Tx, { id, brandId, staffDaily }: CouponTemplate, staffId: number): Promise<void> {
    const { timeZone } = await this.brands.get(brandId);
    const key = [id, staffId, this.clock.businessDay(timeZone)];
    await tx.execute(
      `INSERT INTO coupon_staff_share (template_id, staff_id, business_day, given) VALUES (?, ?, ?, 0)
       ON DUPLICATE KEY UPDATE given = coupon_staff_share.given`,
      key,
    );
    const { affectedRows } = await tx.execute(
      `UPDATE coupon_staff_share SET given = given + 1
        WHERE template_id = ? AND staff_id = ? AND business_day = ? AND given < ?`,
      [...key, staffDaily ?? 0],
    );
    if (affectedRows !== 1) {
      throw new Refusal('coupon_not_givable', { detail: '这张券今天可以赠送的数量已经用完了。' });
    }
  }

  /** The hottest row: to be taken last in a transaction. @throws Refusal `coupon_claimed_out` */
  async count(tx: Tx, templateId: number, coupons = 1): Promise<void> {
    const { affectedRows } = await tx.execute(
      `UPDATE coupon_template SET issued = issued + ?
        WHERE id = ? AND status = 'active' AND (quota IS NULL OR issued + ? <= quota)`,
      [coupons, templateId, coupons],
    );
    if (affectedRows !== 1) {
      throw new Refusal('coupon_claimed_out');
    }
  }

  /** How many of each template this member has claimed. */
  async takenBy(reader: Reader, brandId: number, memberId: number): Promise<ReadonlyMap<number, number>> {
    const rows = await reader.query<{ id: number; taken: number }>(
      `SELECT template.id, share.taken FROM coupon_template template
         JOIN coupon_share share ON share.template_id = template.id AND share.member_id = ?
        WHERE template.brand_id = ? AND template.status = 'active'`,
      [memberId, brandId],
    );
    return new Map(rows.map(({ id, taken }) => [id, taken]));
  }

  private insert(
    tx: Tx,
    template: CouponTemplate,
    { validFrom, validTo }: ValidTime,
    grants: readonly CouponGrant[],
  ) {
    const now = this.clock.now();
    return tx.execute(
      `INSERT INTO coupon (template_id, brand_id, member_id, first_member_id, state, source, cause_key, drop_group_id,
         staff_id, code, valid_from, valid_to, created_at)
       VALUES ${rowPlaceholders(grants.length, 13)}`,
      grants.flatMap((grant): SqlValue[] => [
        template.id,
        template.brandId,
        grant.memberId,
        grant.memberId,
        'available',
        grant.source,
        grant.causeKey,
        grant.dropGroupId ?? null,
        grant.staffId ?? null,
        randomText(CODE_LENGTH, READABLE_ALPHABET),
        validFrom,
        validTo,
        now,
      ]),
    );
  }
}
