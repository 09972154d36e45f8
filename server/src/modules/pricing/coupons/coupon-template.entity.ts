import type { CouponChannel, CouponKind, CouponOnRefund, CouponTemplateStatus } from '@regulars/shared';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Scope } from '../domain/scope.js';

/** What coupons of one kind are worth, and how members come to them. */
@Entity('coupon_template')
export class CouponTemplate {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true })
  id: number;

  @Column({ name: 'brand_id', type: 'bigint', unsigned: true })
  brandId: number;

  @Column({ type: 'varchar', length: 20 })
  name: string;

  @Column({ type: 'varchar', length: 200 })
  description: string;

  @Column({ type: 'varchar', length: 8 })
  status: CouponTemplateStatus;

  @Column({ type: 'varchar', length: 8 })
  kind: CouponKind;

  @Column({ name: 'off_fen', type: 'bigint', unsigned: true, nullable: true })
  offFen: number | null;

  /** What is still paid: 8000 are 80 %. */
  @Column({ name: 'rate_bp', type: 'int', unsigned: true, nullable: true })
  rateBp: number | null;

  @Column({ name: 'cap_fen', type: 'bigint', unsigned: true, nullable: true })
  capFen: number | null;

  @Column({ name: 'from_fen', type: 'bigint', unsigned: true })
  fromFen: number;

  @Column({ type: 'simple-json' })
  scope: Scope;

  @Column({ type: 'simple-json' })
  channels: CouponChannel[];

  /** Empty: every store. */
  @Column({ name: 'store_ids', type: 'simple-json' })
  storeIds: number[];

  @Column({ name: 'tier_level_from', type: 'tinyint', unsigned: true, nullable: true })
  tierLevelFrom: number | null;

  @Column({ name: 'with_promotions', type: 'boolean' })
  withPromotions: boolean;

  @Column({ name: 'valid_from', type: 'datetime', precision: 3, nullable: true })
  validFrom: Date | null;

  @Column({ name: 'valid_to', type: 'datetime', precision: 3, nullable: true })
  validTo: Date | null;

  /** Instead of an end: so many days from the day on which it is given. */
  @Column({ name: 'valid_days', type: 'int', unsigned: true, nullable: true })
  validDays: number | null;

  @Column({ type: 'int', unsigned: true, nullable: true })
  quota: number | null;

  /** Changed by condition only, never written back. */
  @Column({ type: 'int', unsigned: true, update: false, default: 0 })
  issued: number;

  @Column({ name: 'per_person', type: 'int', unsigned: true, nullable: true })
  perPerson: number | null;

  /** In the coupon centre. */
  @Column({ type: 'boolean' })
  claimable: boolean;

  @Column({ name: 'claim_from', type: 'datetime', precision: 3, nullable: true })
  claimFrom: Date | null;

  @Column({ name: 'claim_to', type: 'datetime', precision: 3, nullable: true })
  claimTo: Date | null;

  @Column({ type: 'boolean' })
  transferable: boolean;

  /** That one of the staff may give in a day; null: none. */
  @Column({ name: 'staff_daily', type: 'int', unsigned: true, nullable: true })
  staffDaily: number | null;

  @Column({ name: 'on_refund', type: 'varchar', length: 8 })
  onRefund: CouponOnRefund;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt: Date;
}
