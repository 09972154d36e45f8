import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lies where: counted in pieces per SKU and store, changed only by movements and reservations. */
export class Inventory1764000080000 implements MigrationInterface {
  name = 'Inventory1764000080000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE stock (
        sku_id BIGINT UNSIGNED NOT NULL,
        store_id BIGINT UNSIGNED NOT NULL,
        on_hand INT NOT NULL DEFAULT 0,
        reserved INT NOT NULL DEFAULT 0,
        PRIMARY KEY (sku_id, store_id),
        KEY stock_store (store_id, sku_id),
        CONSTRAINT stock_reserved CHECK (reserved >= 0),
        CONSTRAINT stock_available CHECK (on_hand >= reserved)
      ) ENGINE=InnoDB`);
    await runner.query(`
      CREATE TABLE stock_movement (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        sku_id BIGINT UNSIGNED NOT NULL,
        store_id BIGINT UNSIGNED NOT NULL,
        quantity INT NOT NULL,
        kind VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        cause_key VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        note VARCHAR(100) NOT NULL DEFAULT '',
        at DATETIME(3) NOT NULL,
        UNIQUE KEY stock_movement_cause (cause_key),
        KEY stock_movement_stock (sku_id, store_id, id),
        CONSTRAINT stock_movement_kind CHECK (kind IN ('adjustment', 'sale', 'return')),
        CONSTRAINT stock_movement_quantity CHECK (quantity <> 0)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
    await runner.query(`
      CREATE TABLE stock_reservation (
        order_id BIGINT UNSIGNED NOT NULL,
        sku_id BIGINT UNSIGNED NOT NULL,
        store_id BIGINT UNSIGNED NOT NULL,
        quantity INT NOT NULL,
        state VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        created_at DATETIME(3) NOT NULL,
        ended_at DATETIME(3) NULL,
        PRIMARY KEY (order_id, sku_id),
        KEY stock_reservation_stock (sku_id, store_id, state),
        CONSTRAINT stock_reservation_quantity CHECK (quantity > 0),
        CONSTRAINT stock_reservation_state CHECK (state IN ('held', 'taken', 'released')),
        CONSTRAINT stock_reservation_end CHECK ((state = 'held') = (ended_at IS NULL))
      ) ENGINE=InnoDB`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE stock_reservation');
    await runner.query('DROP TABLE stock_movement');
    await runner.query('DROP TABLE stock');
  }
}
