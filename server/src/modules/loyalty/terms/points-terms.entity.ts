import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Expiry, PointsTerms } from '../domain/points-terms.js';

/** How long what is earned with a brand waits and lives, from an instant on. */
@Entity('points_terms')
export class BrandPointsTerms implements PointsTerms {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true })
  id: number;

  @Column({ name: 'brand_id', type: 'bigint', unsigned: true })
  brandId: number;

  @Column({ type: 'int', unsigned: true })
  version: number;

  @Column({ name: 'pending_days', type: 'smallint', unsigned: true })
  pendingDays: number;

  @Column({ type: 'varchar', length: 10 })
  expiry: Expiry;

  @Column({ name: 'expiry_after', type: 'smallint', unsigned: true })
  expiryAfter: number;

  @Column({ name: 'valid_from', type: 'datetime', precision: 3 })
  validFrom: Date;
}
