import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export interface BrandTheme {
  /** '#rrggbb'; everything else that is coloured is derived from it. */
  readonly primary: string;
}

/** Who greets the customers in the brand's name. */
export interface BrandPersona {
  readonly name: string;
  readonly role: string;
  readonly avatarUrl: string;
  readonly greeting: string;
}

@Entity('brand')
export class Brand {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true })
  id: number;

  @Column({ name: 'program_id', type: 'bigint', unsigned: true })
  programId: number;

  /** Where it stands in lists. */
  @Column({ type: 'smallint', unsigned: true })
  position: number;

  @Column({ type: 'varchar', length: 40 })
  name: string;

  @Column({ type: 'varchar', length: 80 })
  slogan: string;

  @Column({ type: 'varchar', length: 20 })
  industry: string;

  @Column({ name: 'logo_url', type: 'varchar', length: 500 })
  logoUrl: string;

  @Column({ name: 'cover_url', type: 'varchar', length: 500 })
  coverUrl: string;

  @Column({ type: 'json' })
  theme: BrandTheme;

  @Column({ type: 'json' })
  persona: BrandPersona;

  /** Whose wall clock its opening hours and business days follow. */
  @Column({ name: 'time_zone', type: 'varchar', length: 40 })
  timeZone: string;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt: Date;

  @Column({ name: 'archived_at', type: 'datetime', precision: 3, nullable: true })
  archivedAt: Date | null;
}
