import type { MigrationInterface, QueryRunner } from 'typeorm';

const RULES = ['time-price', 'member', 'spend-and-save', 'coupon', 'points'];

/** What people do at orders by hand: remarks, lower prices, telling WeChat of parcels once more. */
export class OrderDesk1764000430000 implements MigrationInterface {
  name = 'OrderDesk1764000430000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE order_remark (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        order_id BIGINT UNSIGNED NOT NULL,
        actor VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'staff:… or admin:…',
        author VARCHAR(20) NOT NULL,
        text VARCHAR(200) NOT NULL,
        at DATETIME(3) NOT NULL,
        KEY order_remark_order (order_id, id),
        CONSTRAINT order_remark_order_fk FOREIGN KEY (order_id) REFERENCES customer_order (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
    // waiting: not told yet, or not all of it; done: WeChat knows; refused: a person has to look.
    await runner.query(`
      CREATE TABLE shipping_upload (
        order_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        brand_id BIGINT UNSIGNED NOT NULL,
        status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        parcels_told TINYINT UNSIGNED NOT NULL DEFAULT 0,
        attempts INT UNSIGNED NOT NULL DEFAULT 0,
        problem VARCHAR(200) NULL COMMENT 'why it was not possible the last time',
        created_at DATETIME(3) NOT NULL,
        updated_at DATETIME(3) NOT NULL,
        KEY shipping_upload_brand (brand_id, status, created_at),
        CONSTRAINT shipping_upload_order_fk FOREIGN KEY (order_id) REFERENCES customer_order (id),
        CONSTRAINT shipping_upload_status CHECK (status IN ('waiting', 'done', 'refused'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
    // A payment that was closed makes room for one with another amount; at most one may be made.
    await runner.query(`
      ALTER TABLE payment
        ADD COLUMN live_order_id BIGINT UNSIGNED GENERATED ALWAYS AS
          (CASE WHEN status IN ('open', 'paid') THEN order_id END) STORED,
        ADD UNIQUE KEY payment_live_order (live_order_id),
        ADD KEY payment_order_latest (order_id, id),
        DROP KEY payment_order`);
    await runner.query(`
      ALTER TABLE order_discount
        DROP CONSTRAINT order_discount_rule,
        ADD CONSTRAINT order_discount_rule CHECK (rule IN (${quoted([...RULES, 'clerk'])}))`);
    await runner.query(`
      ALTER TABLE customer_order
        ADD COLUMN receiver_phone_index CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL
          COMMENT 'keyed: finds orders by the phone they are sent to',
        ADD KEY customer_order_receiver (receiver_phone_index),
        ADD KEY customer_order_brand_store (brand_id, store_id, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE customer_order
        DROP KEY customer_order_brand_store, DROP KEY customer_order_receiver, DROP COLUMN receiver_phone_index`);
    await runner.query(`
      ALTER TABLE order_discount
        DROP CONSTRAINT order_discount_rule,
        ADD CONSTRAINT order_discount_rule CHECK (rule IN (${quoted(RULES)}))`);
    await runner.query(`
      ALTER TABLE payment
        ADD UNIQUE KEY payment_order (order_id), DROP KEY payment_order_latest,
        DROP KEY payment_live_order, DROP COLUMN live_order_id`);
    await runner.query('DROP TABLE shipping_upload');
    await runner.query('DROP TABLE order_remark');
  }
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}
