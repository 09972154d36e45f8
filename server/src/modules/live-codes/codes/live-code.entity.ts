import type { LiveCodeChannel, LiveCodeExit, LiveCodeStatus } from '@regulars/shared';
import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Routing } from '../domain/destination.js';

/** A printed code whose destination is decided at the scan. */
@Entity('live_code')
export class LiveCode implements Routing {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true })
  id: number;

  @Column({ name: 'brand_id', type: 'bigint', unsigned: true })
  brandId: number;

  /** What is printed; never changes, and not to be guessed. */
  @Column({ type: 'char', length: 10 })
  code: string;

  @Column({ type: 'varchar', length: 40 })
  name: string;

  @Column({ type: 'varchar', length: 20 })
  channel: LiveCodeChannel;

  /** What the customer is promised for scanning. */
  @Column({ type: 'varchar', length: 80 })
  promise: string;

  @Column({ type: 'json' })
  exits: LiveCodeExit[];

  @Column({ type: 'varchar', length: 10 })
  status: LiveCodeStatus;

  @Column({ name: 'radius_m', type: 'int', unsigned: true, nullable: true })
  radiusM: number | null;

  @Column({ name: 'default_store_id', type: 'bigint', unsigned: true, nullable: true })
  defaultStoreId: number | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt: Date;
}
