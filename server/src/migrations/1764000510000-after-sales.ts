import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What customers ask for after paying, what was promised to them, and whether it was kept. */
export class AfterSales1764000510000 implements MigrationInterface {
  name = 'AfterSales1764000510000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [, statement] of TABLES) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table] of TABLES.toReversed()) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

const OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const CODE = 'CHARACTER SET ascii COLLATE ascii_bin';

const TABLES: readonly (readonly [string, string])[] = [
  [
    'after_sale',
    `CREATE TABLE after_sale (
      id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
      order_id BIGINT UNSIGNED NOT NULL,
      brand_id BIGINT UNSIGNED NOT NULL,
      store_id BIGINT UNSIGNED NOT NULL COMMENT 'who handles it: where the goods came from',
      member_id BIGINT UNSIGNED NOT NULL,
      kind VARCHAR(12) ${CODE} NOT NULL,
      status VARCHAR(12) ${CODE} NOT NULL,
      reason VARCHAR(20) ${CODE} NOT NULL,
      text VARCHAR(300) NOT NULL,
      text_check VARCHAR(8) ${CODE} NOT NULL DEFAULT 'waiting' COMMENT 'what WeChat says of the text',
      pictures TEXT NOT NULL COMMENT 'JSON: addresses of the evidence',
      amount_fen BIGINT UNSIGNED NOT NULL COMMENT 'what goes back, as far as decided',
      order_refund_id BIGINT UNSIGNED NULL,
      exchange_order_id BIGINT UNSIGNED NULL,
      return_company VARCHAR(20) ${CODE} NULL,
      return_tracking_no VARCHAR(40) ${CODE} NULL,
      due_at DATETIME(3) NULL COMMENT 'whoever is next has until then',
      escalated_at DATETIME(3) NULL,
      created_at DATETIME(3) NOT NULL,
      ended_at DATETIME(3) NULL,
      UNIQUE KEY after_sale_refund (order_refund_id),
      UNIQUE KEY after_sale_exchange (exchange_order_id),
      KEY after_sale_order (order_id, status),
      KEY after_sale_member (member_id, brand_id, id),
      KEY after_sale_brand_due (brand_id, ended_at, due_at, id),
      KEY after_sale_brand (brand_id, id),
      KEY after_sale_store (store_id, ended_at, id),
      CONSTRAINT after_sale_kind CHECK (kind IN ('cancel', 'refund_only', 'return', 'exchange')),
      CONSTRAINT after_sale_status CHECK (status IN ('requested', 'approved', 'returning', 'received', 'refunding',
        'refunded', 'exchanged', 'rejected', 'withdrawn', 'lapsed')),
      CONSTRAINT after_sale_text_check CHECK (text_check IN ('waiting', 'pass', 'review', 'risky', 'unknown')),
      CONSTRAINT after_sale_ended CHECK (
        (status IN ('refunded', 'exchanged', 'rejected', 'withdrawn', 'lapsed')) = (ended_at IS NOT NULL)),
      CONSTRAINT after_sale_refunding CHECK (status NOT IN ('refunding', 'refunded') OR order_refund_id IS NOT NULL),
      CONSTRAINT after_sale_exchanged CHECK ((status = 'exchanged') = (exchange_order_id IS NOT NULL))
    ) ${OPTIONS}`,
  ],
  [
    'after_sale_line',
    `CREATE TABLE after_sale_line (
      after_sale_id BIGINT UNSIGNED NOT NULL,
      order_line_id BIGINT UNSIGNED NOT NULL,
      quantity INT UNSIGNED NOT NULL COMMENT 'none for money alone',
      amount_fen BIGINT UNSIGNED NOT NULL COMMENT 'wanted, then decided',
      exchange_sku_id BIGINT UNSIGNED NULL,
      disposition VARCHAR(8) ${CODE} NULL COMMENT 'what became of the pieces',
      PRIMARY KEY (after_sale_id, order_line_id),
      KEY after_sale_line_line (order_line_id),
      CONSTRAINT after_sale_line_fk FOREIGN KEY (after_sale_id) REFERENCES after_sale (id),
      CONSTRAINT after_sale_line_something CHECK (quantity > 0 OR amount_fen > 0)
    ) ENGINE=InnoDB`,
  ],
  [
    'after_sale_event',
    `CREATE TABLE after_sale_event (
      id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
      after_sale_id BIGINT UNSIGNED NOT NULL,
      at DATETIME(3) NOT NULL,
      status VARCHAR(12) ${CODE} NOT NULL,
      actor VARCHAR(32) ${CODE} NOT NULL COMMENT 'member:…, staff:…, admin:… or system',
      note VARCHAR(200) NOT NULL,
      KEY after_sale_event_of (after_sale_id, id),
      CONSTRAINT after_sale_event_fk FOREIGN KEY (after_sale_id) REFERENCES after_sale (id)
    ) ${OPTIONS}`,
  ],
  // How long goods may come back without a reason, by tier: the higher the level, the longer, if the brand says so.
  [
    'return_window',
    `CREATE TABLE return_window (
      brand_id BIGINT UNSIGNED NOT NULL,
      tier_level TINYINT UNSIGNED NOT NULL,
      days SMALLINT UNSIGNED NOT NULL,
      PRIMARY KEY (brand_id, tier_level),
      CONSTRAINT return_window_days CHECK (days BETWEEN 0 AND 365)
    ) ENGINE=InnoDB`,
  ],
  // Frozen when the order is paid: what is promised then holds, whatever becomes of the tier.
  [
    'order_return_window',
    `CREATE TABLE order_return_window (
      order_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
      tier_level TINYINT UNSIGNED NOT NULL,
      days SMALLINT UNSIGNED NOT NULL
    ) ENGINE=InnoDB`,
  ],
  [
    'guarantee',
    `CREATE TABLE guarantee (
      id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
      brand_id BIGINT UNSIGNED NOT NULL,
      kind VARCHAR(20) ${CODE} NOT NULL,
      title VARCHAR(12) NOT NULL,
      text VARCHAR(200) NOT NULL,
      hours SMALLINT UNSIGNED NOT NULL COMMENT 'how long its clock runs',
      active TINYINT UNSIGNED NOT NULL,
      created_at DATETIME(3) NOT NULL,
      KEY guarantee_brand (brand_id, active),
      CONSTRAINT guarantee_kind CHECK (kind IN
        ('no_reason_return', 'price_protection', 'freshness', 'fast_refund', 'ship_in_time')),
      CONSTRAINT guarantee_hours CHECK (hours BETWEEN 1 AND 720)
    ) ${OPTIONS}`,
  ],
  // A guarantee without products here holds for all of the brand's.
  [
    'guarantee_product',
    `CREATE TABLE guarantee_product (
      guarantee_id BIGINT UNSIGNED NOT NULL,
      product_id BIGINT UNSIGNED NOT NULL,
      PRIMARY KEY (guarantee_id, product_id),
      CONSTRAINT guarantee_product_fk FOREIGN KEY (guarantee_id) REFERENCES guarantee (id)
    ) ENGINE=InnoDB`,
  ],
  [
    'order_promise',
    `CREATE TABLE order_promise (
      id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
      order_id BIGINT UNSIGNED NOT NULL,
      guarantee_id BIGINT UNSIGNED NOT NULL,
      kind VARCHAR(20) ${CODE} NOT NULL,
      title VARCHAR(12) NOT NULL,
      hours SMALLINT UNSIGNED NOT NULL,
      status VARCHAR(8) ${CODE} NOT NULL,
      started_at DATETIME(3) NULL,
      due_at DATETIME(3) NULL,
      settled_at DATETIME(3) NULL,
      UNIQUE KEY order_promise_once (order_id, guarantee_id),
      KEY order_promise_rate (guarantee_id, status),
      CONSTRAINT order_promise_fk FOREIGN KEY (guarantee_id) REFERENCES guarantee (id),
      CONSTRAINT order_promise_status CHECK (status IN ('standing', 'running', 'kept', 'broken', 'void')),
      CONSTRAINT order_promise_clock CHECK (status IN ('standing', 'void') OR due_at IS NOT NULL),
      CONSTRAINT order_promise_settled CHECK ((status IN ('kept', 'broken', 'void')) = (settled_at IS NOT NULL))
    ) ${OPTIONS}`,
  ],
];
