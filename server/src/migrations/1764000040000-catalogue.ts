import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a brand sells. */
export class Catalogue1764000040000 implements MigrationInterface {
  name = 'Catalogue1764000040000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE category (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        brand_id BIGINT UNSIGNED NOT NULL,
        name VARCHAR(20) NOT NULL,
        position INT UNSIGNED NOT NULL DEFAULT 0,
        archived_at DATETIME(3) NULL,
        KEY category_brand (brand_id, archived_at, position)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
    // The cheapest SKU's prices stand beside the product, so that a list reads one row a product.
    await runner.query(`
      CREATE TABLE product (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        brand_id BIGINT UNSIGNED NOT NULL,
        category_id BIGINT UNSIGNED NOT NULL,
        name VARCHAR(60) NOT NULL,
        subtitle VARCHAR(80) NOT NULL DEFAULT '',
        description TEXT NOT NULL,
        pictures TEXT NOT NULL COMMENT 'JSON list of addresses, the cover first',
        status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        position INT UNSIGNED NOT NULL DEFAULT 0,
        from_price_fen BIGINT UNSIGNED NOT NULL,
        from_member_price_fen BIGINT UNSIGNED NULL,
        created_at DATETIME(3) NOT NULL,
        KEY product_shelf (brand_id, status, position, id),
        KEY product_category_shelf (category_id, status, position, id),
        KEY product_brand (brand_id, id),
        CONSTRAINT product_category_fk FOREIGN KEY (category_id) REFERENCES category (id),
        CONSTRAINT product_status CHECK (status IN ('draft', 'on_sale', 'archived'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
    await runner.query(`
      CREATE TABLE sku (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        product_id BIGINT UNSIGNED NOT NULL,
        brand_id BIGINT UNSIGNED NOT NULL,
        name VARCHAR(40) NOT NULL,
        price_fen BIGINT UNSIGNED NOT NULL,
        member_price_fen BIGINT UNSIGNED NULL,
        position INT UNSIGNED NOT NULL DEFAULT 0,
        archived_at DATETIME(3) NULL,
        KEY sku_product (product_id, archived_at, position),
        KEY sku_brand (brand_id, id),
        CONSTRAINT sku_product_fk FOREIGN KEY (product_id) REFERENCES product (id),
        CONSTRAINT sku_price CHECK (price_fen > 0),
        CONSTRAINT sku_member_price CHECK (member_price_fen IS NULL OR (member_price_fen > 0 AND member_price_fen <= price_fen))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sku');
    await runner.query('DROP TABLE product');
    await runner.query('DROP TABLE category');
  }
}
