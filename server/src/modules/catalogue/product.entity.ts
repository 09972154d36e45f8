import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
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

  @Column({ name: 'created_at', type: 'datetime', precision: 3 })
  createdAt: Date;
}
