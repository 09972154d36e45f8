import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Benefit, TierRule } from '../domain/tiers.js';

/** A step of a program's ladder. */
@Entity('tier')
export class Tier implements TierRule {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true })
  id: number;

  @Column({ name: 'program_id', type: 'bigint', unsigned: true })
  programId: number;

  @Column({ type: 'tinyint', unsigned: true })
  level: number;

  @Column({ type: 'varchar', length: 20 })
  name: string;

  @Column({ name: 'growth_from', type: 'bigint', unsigned: true })
  growthFrom: number;

  @Column({ name: 'member_price', type: 'boolean' })
  memberPrice: boolean;

  @Column({ type: 'json' })
  benefits: Benefit[];
}
