import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When stock runs low, what was counted, and what travels between stores. */
export class InventoryBreadth1764000220000 implements MigrationInterface {
  name = 'InventoryBreadth1764000220000';

  async up(runner: QueryRunner): Promise<void> {
    // The database itself keeps what is low, so that the list is read from an index.
    await runner.query(`
      ALTER TABLE stock
        ADD COLUMN low_at INT UNSIGNED NULL COMMENT 'low with so many left to sell, or fewer',
        ADD COLUMN is_low TINYINT AS (CASE WHEN low_at IS NOT NULL AND on_hand - reserved <= low_at THEN 1 ELSE 0 END) STORED,
        ADD KEY stock_low (is_low, store_id, sku_id)`);
    await runner.query('ALTER TABLE stock_movement DROP CONSTRAINT stock_movement_kind');
    await runner.query(`
      ALTER TABLE stock_movement ADD CONSTRAINT stock_movement_kind
        CHECK (kind IN ('adjustment', 'sale', 'return', 'count', 'transfer'))`);
    for (const statement of TABLES) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['stock_transfer_line', 'stock_transfer', 'stock_count_line', 'stock_count']) {
      await runner.query(`DROP TABLE ${table}`);
    }
    await runner.query("UPDATE stock_movement SET kind = 'adjustment' WHERE kind IN ('count', 'transfer')");
    await runner.query('ALTER TABLE stock_movement DROP CONSTRAINT stock_movement_kind');
    await runner.query(`
      ALTER TABLE stock_movement ADD CONSTRAINT stock_movement_kind
        CHECK (kind IN ('adjustment', 'sale', 'return'))`);
    await runner.query('ALTER TABLE stock DROP KEY stock_low, DROP COLUMN is_low, DROP COLUMN low_at');
  }
}

const OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const TABLES = [
  `CREATE TABLE stock_count (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id BIGINT UNSIGNED NOT NULL,
    store_id BIGINT UNSIGNED NOT NULL,
    status VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    note VARCHAR(100) NOT NULL DEFAULT '',
    begun_at DATETIME(3) NOT NULL,
    booked_at DATETIME(3) NULL,
    KEY stock_count_brand (brand_id, id),
    CONSTRAINT stock_count_status CHECK (status IN ('open', 'booked', 'dropped')),
    CONSTRAINT stock_count_booked CHECK ((status = 'booked') = (booked_at IS NOT NULL))
  ) ${OPTIONS}`,

  // Expected: what the books said at the moment somebody counted, so that sales before and after make no difference.
  `CREATE TABLE stock_count_line (
    count_id BIGINT UNSIGNED NOT NULL,
    sku_id BIGINT UNSIGNED NOT NULL,
    expected INT NOT NULL,
    counted INT UNSIGNED NOT NULL,
    PRIMARY KEY (count_id, sku_id),
    CONSTRAINT stock_count_line_fk FOREIGN KEY (count_id) REFERENCES stock_count (id)
  ) ENGINE=InnoDB`,

  `CREATE TABLE stock_transfer (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id BIGINT UNSIGNED NOT NULL,
    from_store_id BIGINT UNSIGNED NOT NULL,
    to_store_id BIGINT UNSIGNED NOT NULL,
    status VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    note VARCHAR(100) NOT NULL DEFAULT '',
    sent_at DATETIME(3) NOT NULL,
    received_at DATETIME(3) NULL,
    KEY stock_transfer_brand (brand_id, id),
    KEY stock_transfer_to (to_store_id, status, id),
    CONSTRAINT stock_transfer_status CHECK (status IN ('sent', 'received')),
    CONSTRAINT stock_transfer_received CHECK ((status = 'received') = (received_at IS NOT NULL)),
    CONSTRAINT stock_transfer_places CHECK (from_store_id <> to_store_id)
  ) ${OPTIONS}`,

  // Between sent and received the pieces are in transit and belong to neither store.
  `CREATE TABLE stock_transfer_line (
    transfer_id BIGINT UNSIGNED NOT NULL,
    sku_id BIGINT UNSIGNED NOT NULL,
    sent INT UNSIGNED NOT NULL,
    received INT UNSIGNED NULL,
    PRIMARY KEY (transfer_id, sku_id),
    CONSTRAINT stock_transfer_line_fk FOREIGN KEY (transfer_id) REFERENCES stock_transfer (id),
    CONSTRAINT stock_transfer_line_sent CHECK (sent > 0)
  ) ENGINE=InnoDB`,
];
