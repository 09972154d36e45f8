import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A loyalty program: points and tiers live here, shared by all brands of the program. */
@Entity('program')
export class Program {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true })
  id: number;

  @Column({ type: 'varchar', length: 60 })
  name: string;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt: Date;
}
