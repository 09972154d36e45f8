import type { RedemptionStatus, RewardKind } from '@regulars/shared';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** Points exchanged for a reward, with the reward's face as it was then. */
@Entity('redemption')
export class Redemption {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true })
  id: number;

  @Column({ name: 'reward_id', type: 'bigint', unsigned: true })
  rewardId: number;

  @Column({ name: 'brand_id', type: 'bigint', unsigned: true })
  brandId: number;

  @Column({ name: 'program_id', type: 'bigint', unsigned: true })
  programId: number;

  @Column({ name: 'member_id', type: 'bigint', unsigned: true })
  memberId: number;

  /** Where the member wants it; null: any store of the brand. */
  @Column({ name: 'store_id', type: 'bigint', unsigned: true, nullable: true })
  storeId: number | null;

  /** What the member shows and the staff scan: not to be guessed. */
  @Column({ type: 'char', length: 10 })
  code: string;

  @Column({ type: 'varchar', length: 10 })
  status: RedemptionStatus;

  @Column({ name: 'reward_kind', type: 'varchar', length: 10 })
  rewardKind: RewardKind;

  @Column({ name: 'reward_name', type: 'varchar', length: 40 })
  rewardName: string;

  @Column({ name: 'picture_url', type: 'varchar', length: 500 })
  pictureUrl: string;

  @Column({ type: 'int', unsigned: true })
  points: number;

  @Column({ name: 'coupon_text', type: 'varchar', length: 200, nullable: true })
  couponText: string | null;

  @Column({ type: 'datetime', precision: 3 })
  at: Date;

  @Column({ name: 'collected_at', type: 'datetime', precision: 3, nullable: true })
  collectedAt: Date | null;

  @Column({ name: 'collected_by_staff_id', type: 'bigint', unsigned: true, nullable: true })
  collectedByStaffId: number | null;

  @Column({ name: 'collected_store_id', type: 'bigint', unsigned: true, nullable: true })
  collectedStoreId: number | null;

  @Column({ name: 'cancelled_at', type: 'datetime', precision: 3, nullable: true })
  cancelledAt: Date | null;
}
