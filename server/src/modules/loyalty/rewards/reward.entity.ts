import type { RewardKind, RewardStatus } from '@regulars/shared';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { RewardTerms } from '../domain/shelf.js';

/** Something on a brand's shelf that points can be exchanged for. */
@Entity('reward')
export class Reward implements RewardTerms {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true })
  id: number;

  @Column({ name: 'brand_id', type: 'bigint', unsigned: true })
  brandId: number;

  @Column({ type: 'varchar', length: 10 })
  kind: RewardKind;

  @Column({ type: 'varchar', length: 40 })
  name: string;

  @Column({ type: 'varchar', length: 300 })
  description: string;

  @Column({ name: 'picture_url', type: 'varchar', length: 500 })
  pictureUrl: string;

  @Column({ type: 'int', unsigned: true })
  points: number;

  /** Changed by condition only, never written back. */
  @Column({ type: 'int', update: false })
  stock: number;

  @Column({ name: 'per_member_limit', type: 'int', unsigned: true, nullable: true })
  perMemberLimit: number | null;

  /** What a coupon says; null for gifts. */
  @Column({ name: 'coupon_text', type: 'varchar', length: 200, nullable: true })
  couponText: string | null;

  @Column({ type: 'varchar', length: 10 })
  status: RewardStatus;

  @Column({ name: 'starts_at', type: 'datetime', precision: 3, nullable: true })
  startsAt: Date | null;

  @Column({ name: 'ends_at', type: 'datetime', precision: 3, nullable: true })
  endsAt: Date | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt: Date;
}
