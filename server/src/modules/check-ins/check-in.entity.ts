import type { CheckInKind } from '@regulars/shared';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A visit of a member to a store: one per store and business day. */
@Entity('check_in')
export class CheckIn {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true })
  id: number;

  @Column({ name: 'member_id', type: 'bigint', unsigned: true })
  memberId: number;

  @Column({ name: 'brand_id', type: 'bigint', unsigned: true })
  brandId: number;

  @Column({ name: 'store_id', type: 'bigint', unsigned: true })
  storeId: number;

  /** 'YYYY-MM-DD' in the brand's zone. */
  @Column({ name: 'business_day', type: 'date' })
  businessDay: string;

  @Column({ type: 'varchar', length: 10 })
  kind: CheckInKind;

  @Column({ name: 'staff_id', type: 'bigint', unsigned: true, nullable: true })
  staffId: number | null;

  /** How far the member was, when they shared it. */
  @Column({ name: 'distance_m', type: 'int', unsigned: true, nullable: true })
  distanceM: number | null;

  @Column({ type: 'int', unsigned: true })
  points: number;

  @Column({ type: 'datetime', precision: 3 })
  at: Date;
}
