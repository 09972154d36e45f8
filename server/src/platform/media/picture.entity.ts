import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

export type PictureOwnerKind = 'member' | 'admin';

/** An uploaded picture and whose it is. */
@Entity('picture')
export class Picture {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true })
  id: number;

  @Column({ name: 'owner_kind', type: 'varchar', length: 8 })
  ownerKind: PictureOwnerKind;

  @Column({ name: 'owner_id', type: 'bigint', unsigned: true })
  ownerId: number;

  @Column({ type: 'varchar', length: 100 })
  url: string;

  @Column({ name: 'thumbnail_url', type: 'varchar', length: 100 })
  thumbnailUrl: string;

  @Column({ type: 'int', unsigned: true })
  width: number;

  @Column({ type: 'int', unsigned: true })
  height: number;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt: Date;

  /** When something began to show it; until then it is removed after a day. */
  @Column({ name: 'attached_at', type: 'datetime', precision: 3, nullable: true })
  attachedAt: Date | null;

  /** Its files are about to go: nothing may show it any more. */
  @Column({ name: 'removed_at', type: 'datetime', precision: 3, nullable: true })
  removedAt: Date | null;
}
