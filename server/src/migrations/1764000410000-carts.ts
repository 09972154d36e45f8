import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Carts that follow their members from device to device. */
export class Carts1764000410000 implements MigrationInterface {
  name = 'Carts1764000410000';

  async up(runner: QueryRunner): Promise<void> {
    // Name and picture stay for the day when the catalogue no longer shows the SKU.
    await runner.query(`
      CREATE TABLE cart_line (
        member_id BIGINT UNSIGNED NOT NULL,
        brand_id BIGINT UNSIGNED NOT NULL,
        sku_id BIGINT UNSIGNED NOT NULL,
        product_id BIGINT UNSIGNED NOT NULL,
        name VARCHAR(110) NOT NULL,
        picture_url VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        quantity INT UNSIGNED NOT NULL,
        selected TINYINT UNSIGNED NOT NULL DEFAULT 1,
        price_fen BIGINT UNSIGNED NOT NULL COMMENT 'of one piece, when it was put in',
        member_price_fen BIGINT UNSIGNED NULL COMMENT 'likewise, for members',
        last_tap VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'the tap that added pieces last',
        added_at DATETIME(3) NOT NULL,
        PRIMARY KEY (member_id, brand_id, sku_id),
        CONSTRAINT cart_line_quantity CHECK (quantity BETWEEN 1 AND 99)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE cart_line');
  }
}
