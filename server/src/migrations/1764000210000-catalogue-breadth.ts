import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Trees of categories, kinds and specs of products, who may buy them and when, their tags, and finding them. */
export class CatalogueBreadth1764000210000 implements MigrationInterface {
  name = 'CatalogueBreadth1764000210000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...CHANGES, ...TABLES]) {
      await runner.query(statement);
    }
    // What is found by words is computed by the program, so the worker fills it in after this.
    await runner.query(`
      INSERT INTO job (kind, dedupe_key, payload, available_at, created_at)
      SELECT 'catalogue.index-search', CONCAT('brand:', brand_id), CONCAT('{"brandId":', brand_id, ',"afterId":0}'), NOW(3), NOW(3)
        FROM product GROUP BY brand_id`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("DELETE FROM job WHERE kind = 'catalogue.index-search'");
    for (const table of TABLE_NAMES.toReversed()) {
      await runner.query(`DROP TABLE ${table}`);
    }
    await runner.query('ALTER TABLE sku DROP COLUMN spec');
    await runner.query(`
      ALTER TABLE product
        DROP CONSTRAINT product_kind, DROP CONSTRAINT product_audience, DROP CONSTRAINT product_voucher,
        DROP KEY product_newest, DROP KEY product_by_price, DROP KEY product_by_sales, DROP KEY product_audience_of,
        DROP COLUMN kind, DROP COLUMN details, DROP COLUMN specs, DROP COLUMN sold_online, DROP COLUMN sold_in_store,
        DROP COLUMN audience, DROP COLUMN audience_tiers, DROP COLUMN list_at, DROP COLUMN delist_at,
        DROP COLUMN listed_at, DROP COLUMN sold, DROP COLUMN voucher_days, DROP COLUMN voucher_stores`);
    await runner.query(
      'ALTER TABLE category DROP FOREIGN KEY category_parent_fk, DROP KEY category_parent, DROP COLUMN parent_id',
    );
  }
}

const OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const CHANGES = [
  `ALTER TABLE category
    ADD COLUMN parent_id BIGINT UNSIGNED NULL,
    ADD KEY category_parent (parent_id),
    ADD CONSTRAINT category_parent_fk FOREIGN KEY (parent_id) REFERENCES category (id)`,

  `ALTER TABLE product
    ADD COLUMN kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'goods',
    ADD COLUMN details TEXT NULL COMMENT 'JSON list of paragraphs and pictures',
    ADD COLUMN specs VARCHAR(2000) NULL COMMENT 'JSON list of dimensions with their values',
    ADD COLUMN sold_online TINYINT(1) NOT NULL DEFAULT 1,
    ADD COLUMN sold_in_store TINYINT(1) NOT NULL DEFAULT 1,
    ADD COLUMN audience VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'everyone',
    ADD COLUMN audience_tiers VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT '' COMMENT 'levels, with commas between',
    ADD COLUMN list_at DATETIME(3) NULL,
    ADD COLUMN delist_at DATETIME(3) NULL,
    ADD COLUMN listed_at DATETIME(3) NULL COMMENT 'when it first went on sale',
    ADD COLUMN sold INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'pieces, told by paid orders',
    ADD COLUMN voucher_days SMALLINT UNSIGNED NULL,
    ADD COLUMN voucher_stores VARCHAR(2000) NULL COMMENT 'JSON list of store ids; NULL: any',
    ADD KEY product_newest (brand_id, status, listed_at, id),
    ADD KEY product_by_price (brand_id, status, from_price_fen, id),
    ADD KEY product_by_sales (brand_id, status, sold, id),
    ADD KEY product_audience_of (brand_id, audience),
    ADD CONSTRAINT product_kind CHECK (kind IN ('goods', 'voucher', 'service', 'bundle')),
    ADD CONSTRAINT product_audience CHECK (audience IN ('everyone', 'members', 'tiers')),
    ADD CONSTRAINT product_voucher CHECK ((kind = 'voucher') = (voucher_days IS NOT NULL))`,

  "UPDATE product SET listed_at = created_at WHERE status = 'on_sale'",

  `ALTER TABLE sku ADD COLUMN spec VARCHAR(200) NULL COMMENT 'JSON list: its value in each dimension of the product'`,
];

const TABLE_NAMES = [
  'bundle_component',
  'tag_dimension',
  'goods_tag',
  'product_tag',
  'product_search_term',
  'product_pair',
  'tag_import',
  'tag_import_row',
];

const TABLES = [
  // Counted: its pieces are taken from stock; a service in a bundle has none.
  `CREATE TABLE bundle_component (
    bundle_sku_id BIGINT UNSIGNED NOT NULL,
    sku_id BIGINT UNSIGNED NOT NULL,
    quantity SMALLINT UNSIGNED NOT NULL,
    counted TINYINT(1) NOT NULL,
    PRIMARY KEY (bundle_sku_id, sku_id),
    KEY bundle_component_of (sku_id),
    CONSTRAINT bundle_component_bundle_fk FOREIGN KEY (bundle_sku_id) REFERENCES sku (id),
    CONSTRAINT bundle_component_sku_fk FOREIGN KEY (sku_id) REFERENCES sku (id),
    CONSTRAINT bundle_component_quantity CHECK (quantity BETWEEN 1 AND 99),
    CONSTRAINT bundle_component_other CHECK (bundle_sku_id <> sku_id)
  ) ENGINE=InnoDB`,

  `CREATE TABLE tag_dimension (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id BIGINT UNSIGNED NOT NULL,
    name VARCHAR(20) NOT NULL,
    position INT UNSIGNED NOT NULL DEFAULT 0,
    UNIQUE KEY tag_dimension_name (brand_id, name)
  ) ${OPTIONS}`,

  `CREATE TABLE goods_tag (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id BIGINT UNSIGNED NOT NULL,
    dimension_id BIGINT UNSIGNED NOT NULL,
    name VARCHAR(20) NOT NULL,
    position INT UNSIGNED NOT NULL DEFAULT 0,
    UNIQUE KEY goods_tag_name (dimension_id, name),
    KEY goods_tag_brand (brand_id, dimension_id, position),
    CONSTRAINT goods_tag_dimension_fk FOREIGN KEY (dimension_id) REFERENCES tag_dimension (id)
  ) ${OPTIONS}`,

  `CREATE TABLE product_tag (
    product_id BIGINT UNSIGNED NOT NULL,
    tag_id BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (product_id, tag_id),
    KEY product_tag_of (tag_id, product_id),
    CONSTRAINT product_tag_product_fk FOREIGN KEY (product_id) REFERENCES product (id),
    CONSTRAINT product_tag_tag_fk FOREIGN KEY (tag_id) REFERENCES goods_tag (id)
  ) ENGINE=InnoDB`,

  // What a search begins with: the name from each of its characters on, as written, in pinyin and in initials.
  // Compared by bytes, since terms are normalised before they are kept.
  `CREATE TABLE product_search_term (
    brand_id BIGINT UNSIGNED NOT NULL,
    term VARCHAR(24) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    product_id BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (brand_id, term, product_id),
    KEY product_search_term_product (product_id),
    CONSTRAINT product_search_term_fk FOREIGN KEY (product_id) REFERENCES product (id)
  ) ENGINE=InnoDB`,

  // How many paid orders had both.
  `CREATE TABLE product_pair (
    product_id BIGINT UNSIGNED NOT NULL,
    other_id BIGINT UNSIGNED NOT NULL,
    times INT UNSIGNED NOT NULL,
    PRIMARY KEY (product_id, other_id),
    KEY product_pair_best (product_id, times),
    CONSTRAINT product_pair_fk FOREIGN KEY (product_id) REFERENCES product (id)
  ) ENGINE=InnoDB`,

  // checking: rows are read and tried; checked: waits for somebody to say yes; applying, applied; dropped: forgotten.
  `CREATE TABLE tag_import (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id BIGINT UNSIGNED NOT NULL,
    admin_id BIGINT UNSIGNED NOT NULL,
    dimensions VARCHAR(2000) NOT NULL COMMENT 'JSON list of their names, as the columns stand',
    status VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    total INT UNSIGNED NOT NULL,
    done INT UNSIGNED NOT NULL DEFAULT 0,
    created_at DATETIME(3) NOT NULL,
    finished_at DATETIME(3) NULL,
    KEY tag_import_brand (brand_id, id),
    CONSTRAINT tag_import_status CHECK (status IN ('checking', 'checked', 'applying', 'applied')),
    CONSTRAINT tag_import_done CHECK (done <= total)
  ) ${OPTIONS}`,

  `CREATE TABLE tag_import_row (
    import_id BIGINT UNSIGNED NOT NULL,
    row_no INT UNSIGNED NOT NULL COMMENT 'as the sheet counts',
    product VARCHAR(100) NOT NULL COMMENT 'its name or public id, as written',
    tags TEXT NOT NULL COMMENT 'JSON: names of tags by dimension',
    product_id BIGINT UNSIGNED NULL,
    error VARCHAR(100) NULL,
    PRIMARY KEY (import_id, row_no),
    KEY tag_import_row_error (import_id, error),
    CONSTRAINT tag_import_row_fk FOREIGN KEY (import_id) REFERENCES tag_import (id)
  ) ${OPTIONS}`,
];
