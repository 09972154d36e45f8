import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What is counted, priced and sold: one variant of a product. */
@Entity('sku')
export class Sku {
  @PrimaryGeneratedColumn({ type: 'bigint', unsigned: true })
  id: number;

  @Column({ name: 'product_id', type: 'bigint', unsigned: true })
  productId: number;

  @Column({ name: 'brand_id', type: 'bigint', unsigned: true })
  brandId: number;

  @Column({ type: 'varchar', length: 40 })
  name: string;

  @Column({ name: 'price_fen', type: 'bigint', unsigned: true })
  priceFen: number;

  @Column({ name: 'member_price_fen', type: 'bigint', unsigned: true, nullable: true })
  memberPriceFen: number | null;

  @Column({ type: 'int', unsigned: true })
  position: number;

  @Column({ name: 'archived_at', type: 'datetime', precision: 3, nullable: true })
  archivedAt: Date | null;
}
