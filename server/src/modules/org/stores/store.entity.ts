import { Column, Entity, PrimaryGeneratedColumn, type ValueTransformer } from 'typeorm';
import type { CheckInLocation, StoreKind } from './store-kinds.js';

/** The driver gives decimals as text. */
const degrees: ValueTransformer = { to: (value: unknown) => value, from: Number };

@Entity('store')
export class Store {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true })
  id: number;

  @Column({ name: 'brand_id', type: 'bigint', unsigned: true })
  brandId: number;

  /** Printed at the door: short, and not to be guessed. */
  @Column({ type: 'char', length: 10 })
  code: string;

  @Column({ type: 'varchar', length: 10 })
  kind: StoreKind;

  @Column({ type: 'varchar', length: 40 })
  name: string;

  @Column({ type: 'varchar', length: 20 })
  city: string;

  @Column({ type: 'varchar', length: 120 })
  address: string;

  @Column({ type: 'decimal', precision: 9, scale: 6, transformer: degrees })
  lat: number;

  @Column({ type: 'decimal', precision: 9, scale: 6, transformer: degrees })
  lng: number;

  @Column({ name: 'opens_minute', type: 'smallint', unsigned: true })
  opensMinute: number;

  @Column({ name: 'closes_minute', type: 'smallint', unsigned: true })
  closesMinute: number;

  @Column({ type: 'varchar', length: 20 })
  phone: string;

  @Column({ name: 'check_in_location', type: 'varchar', length: 10 })
  checkInLocation: CheckInLocation;

  @Column({ name: 'check_in_radius_m', type: 'int', unsigned: true })
  checkInRadiusM: number;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt: Date;

  @Column({ name: 'archived_at', type: 'datetime', precision: 3, nullable: true })
  archivedAt: Date | null;
}
