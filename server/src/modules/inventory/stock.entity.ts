import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Pieces of one SKU at one store. Never written directly: see Inventory. */
@Entity('stock')
export class Stock {
  @PrimaryColumn({ name: 'sku_id', type: 'bigint', unsigned: true })
  skuId: number;

  @PrimaryColumn({ name: 'store_id', type: 'bigint', unsigned: true })
  storeId: number;

  @Column({ name: 'on_hand', type: 'int' })
  onHand: number;

  /** Of those on hand, promised to orders that are not paid yet. */
  @Column({ type: 'int' })
  reserved: number;
}
