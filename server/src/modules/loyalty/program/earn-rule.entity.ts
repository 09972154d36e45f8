import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** How a program lets points be earned, from an instant on. */
@Entity('earn_rule')
export class EarnRule {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true })
  id: number;

  @Column({ name: 'program_id', type: 'bigint', unsigned: true })
  programId: number;

  @Column({ type: 'int', unsigned: true })
  version: number;

  @Column({ name: 'points_per_yuan_bp', type: 'int', unsigned: true })
  pointsPerYuanBp: number;

  @Column({ name: 'growth_per_yuan_bp', type: 'int', unsigned: true })
  growthPerYuanBp: number;

  @Column({ name: 'check_in_points', type: 'int', unsigned: true })
  checkInPoints: number;

  @Column({ name: 'valid_from', type: 'datetime', precision: 3 })
  validFrom: Date;
}
