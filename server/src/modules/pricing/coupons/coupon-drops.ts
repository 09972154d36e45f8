import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { READABLE_ALPHABET, randomText } from '../../../platform/crypto/index.js';
import {
  isDuplicateKey,
  placeholders,
  rowPlaceholders,
  type Reader,
  type SqlValue,
  type Tx,
} from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { CouponIssue } from './coupon-issue.js';
import type { CouponTemplate } from './coupon-template.entity.js';

const CODE_LENGTH = 10;
export const DROP_CODE = new RegExp(`^[${READABLE_ALPHABET}]{${CODE_LENGTH}}$`);

export interface CouponDrop {
  readonly id: number;
  readonly templateId: number;
  readonly brandId: number;
  readonly name: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly perGroup: number;
}

export interface DropGroup {
  readonly id: number;
  readonly dropId: number;
  readonly name: string;
  readonly code: string;
  readonly taken: number;
  readonly used: number;
}

export interface OpenDrop extends CouponDrop {
  readonly group: Omit<DropGroup, 'used'>;
}

const DROP = `d.id, d.template_id AS templateId, d.brand_id AS brandId, d.name, d.starts_at AS startsAt,
  d.ends_at AS endsAt, d.per_group AS perGroup`;

/** So many coupons for each group, within a window, first come first served. */
@Injectable()
export class CouponDrops {
  constructor(
    private readonly issue: CouponIssue,
    private readonly clock: Clock,
  ) {}

  async create(tx: Tx, drop: Omit<CouponDrop, 'id'>, groups: readonly string[]): Promise<number> {
    const { insertId } = await tx.execute(
      `INSERT INTO coupon_drop (template_id, brand_id, name, starts_at, ends_at, per_group, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [drop.templateId, drop.brandId, drop.name, drop.startsAt, drop.endsAt, drop.perGroup, this.clock.now()],
    );
    await tx.execute(
      `INSERT INTO coupon_drop_group (drop_id, name, code) VALUES ${rowPlaceholders(groups.length, 3)}`,
      groups.flatMap((name): SqlValue[] => [insertId, name, randomText(CODE_LENGTH, READABLE_ALPHABET)]),
    );
    return insertId;
  }

  async byCode(reader: Reader, code: string): Promise<OpenDrop | undefined> {
    const row = await reader.one<
      CouponDrop & { groupId: number; groupName: string; code: string; taken: number }
    >(
      `SELECT ${DROP}, g.id AS groupId, g.name AS groupName, g.code, g.taken
         FROM coupon_drop_group g JOIN coupon_drop d ON d.id = g.drop_id WHERE g.code = ?`,
      [code],
    );
    if (!row) {
      return undefined;
    }
    const { groupId, groupName, taken, ...drop } = row;
    return { ...drop, group: { id: groupId, dropId: drop.id, name: groupName, code, taken } };
  }

  /** One for each member of all groups. @throws Refusal `coupon_not_claimable`, `coupon_limit_reached`, `coupon_claimed_out` */
  async claim(tx: Tx, drop: OpenDrop, template: CouponTemplate, memberId: number): Promise<number> {
    const now = this.clock.now();
    if (now < drop.startsAt || now >= drop.endsAt || template.status !== 'active') {
      const detail = now < drop.startsAt ? '还没开始，请稍后再来。' : '这一场已经结束了。';
      throw new Refusal('coupon_not_claimable', { detail });
    }
    const couponId = await this.write(tx, drop, template, memberId);
    const { affectedRows } = await tx.execute(
      'UPDATE coupon_drop_group SET taken = taken + 1 WHERE id = ? AND taken < ?',
      [drop.group.id, drop.perGroup],
    );
    if (affectedRows !== 1) {
      throw new Refusal('coupon_claimed_out');
    }
    await this.issue.count(tx, template.id);
    return couponId;
  }

  async page(reader: Reader, brandId: number, beforeId: number, limit: number): Promise<CouponDrop[]> {
    return reader.query<CouponDrop>(
      `SELECT ${DROP} FROM coupon_drop d WHERE d.brand_id = ? AND d.id < ? ORDER BY d.id DESC LIMIT ?`,
      [brandId, beforeId, limit],
    );
  }

  async groupsOf(reader: Reader, dropIds: readonly number[]): Promise<DropGroup[]> {
    return dropIds.length === 0
      ? []
      : reader.query<DropGroup>(
          `SELECT g.id, g.drop_id AS dropId, g.name, g.code, g.taken,
                  (SELECT COUNT(*) FROM coupon WHERE drop_group_id = g.id AND state = 'used') AS used
             FROM coupon_drop_group g WHERE g.drop_id IN (${placeholders(dropIds.length)}) ORDER BY g.drop_id, g.id`,
          [...dropIds],
        );
  }

  private async write(tx: Tx, drop: OpenDrop, template: CouponTemplate, memberId: number): Promise<number> {
    try {
      return await this.issue.one(tx, template, {
        memberId,
        source: 'drop',
        causeKey: `drop:${drop.id}:${memberId}`,
        dropGroupId: drop.group.id,
      });
    } catch (error) {
      throw isDuplicateKey(error) ? new Refusal('coupon_limit_reached') : error;
    }
  }
}
