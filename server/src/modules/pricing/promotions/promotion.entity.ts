import type { PromotionKind, PromotionStatus } from '@regulars/shared';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Schedule } from '../domain/occasions.js';
import type { PromotionTerms } from '../domain/promotions.js';

/** A rule that makes prices lower for a time. */
@Entity('promotion')
export class Promotion implements Schedule {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true })
  id: number;

  @Column({ name: 'brand_id', type: 'bigint', unsigned: true })
  brandId: number;

  @Column({ type: 'varchar', length: 16 })
  kind: PromotionKind;

  @Column({ type: 'varchar', length: 20 })
  name: string;

  @Column({ type: 'varchar', length: 8 })
  status: PromotionStatus;

  @Column({ name: 'starts_at', type: 'datetime', precision: 3 })
  startsAt: Date;

  @Column({ name: 'ends_at', type: 'datetime', precision: 3, nullable: true })
  endsAt: Date | null;

  @Column({ type: 'varchar', length: 120, nullable: true })
  rrule: string | null;

  @Column({ name: 'from_minute', type: 'smallint', unsigned: true })
  fromMinute: number;

  @Column({ name: 'to_minute', type: 'smallint', unsigned: true })
  toMinute: number;

  @Column({ name: 'per_person', type: 'int', unsigned: true, nullable: true })
  perPerson: number | null;

  /** Whether coupons may come on top. */
  @Column({ type: 'boolean' })
  coupons: boolean;

  /** Whether points may pay. */
  @Column({ type: 'boolean' })
  points: boolean;

  @Column({ type: 'simple-json' })
  terms: PromotionTerms;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt: Date;

  @Column({ name: 'updated_at', type: 'datetime', precision: 3 })
  updatedAt: Date;
}
