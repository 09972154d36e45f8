import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Audience, ProductKind, Spec } from '@regulars/shared';
import type { DetailBlock } from './domain/details.js';
import type { ProductStatus } from './domain/product-statuses.js';

@Entity('product')
export class Product {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true })
  id: number;

  @Column({ name: 'brand_id', type: 'bigint', unsigned: true })
  brandId: number;

  @Column({ name: 'category_id', type: 'bigint', unsigned: true })
  categoryId: number;

  @Column({ type: 'varchar', length: 60 })
  name: string;

  @Column({ type: 'varchar', length: 80 })
  subtitle: string;

  @Column({ type: 'text' })
  description: string;

  /** Addresses, the cover first. */
  @Column({ type: 'simple-json' })
  pictures: string[];

  @Column({ type: 'varchar', length: 10 })
  status: ProductStatus;

  /** Where it stands on the shelf. */
  @Column({ type: 'int', unsigned: true })
  position: number;

  /** The cheapest SKU's. */
  @Column({ name: 'from_price_fen', type: 'bigint', unsigned: true })
  fromPriceFen: number;

  @Column({ name: 'from_member_price_fen', type: 'bigint', unsigned: true, nullable: true })
  fromMemberPriceFen: number | null;

  @Column({ type: 'varchar', length: 8 })
  kind: ProductKind;

  @Column({ type: 'simple-json', nullable: true })
  details: DetailBlock[];

  @Column({ type: 'simple-json', nullable: true })
  specs: Spec[];

  @Column({ name: 'sold_online', type: 'boolean' })
  soldOnline: boolean;

  @Column({ name: 'sold_in_store', type: 'boolean' })
  soldInStore: boolean;

  @Column({ type: 'varchar', length: 8 })
  audience: Audience;

  /** Levels, with commas between. */
  @Column({ name: 'audience_tiers', type: 'varchar', length: 60 })
  audienceTiers: string;

  @Column({ name: 'list_at', type: 'datetime', precision: 3, nullable: true })
  listAt: Date | null;

  @Column({ name: 'delist_at', type: 'datetime', precision: 3, nullable: true })
  delistAt: Date | null;

  /** When it first went on sale. */
  @Column({ name: 'listed_at', type: 'datetime', precision: 3, nullable: true })
  listedAt: Date | null;

  @Column({ name: 'voucher_days', type: 'smallint', unsigned: true, nullable: true })
  voucherDays: number | null;

  /** Null: any store of the brand. */
  @Column({ name: 'voucher_stores', type: 'simple-json', nullable: true })
  voucherStoreIds: number[] | null;

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt: Date;
}
