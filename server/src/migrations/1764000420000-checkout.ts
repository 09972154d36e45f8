import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const ASCII = 'CHARACTER SET ascii COLLATE ascii_bin';

/** What a brand asks of a checkout, when a store hands over, invoices, and links that open a filled cart. */
export class Checkout1764000420000 implements MigrationInterface {
  name = 'Checkout1764000420000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) {
      await runner.query(statement);
    }
    await runner.query(`
      ALTER TABLE customer_order
        ADD COLUMN pickup_from DATETIME(3) NULL COMMENT 'NULL: as soon as it is ready',
        ADD COLUMN pickup_to DATETIME(3) NULL,
        ADD COLUMN checkout_link_id BIGINT UNSIGNED NULL COMMENT 'the link that led here',
        ADD KEY customer_order_pickup_window (store_id, pickup_from),
        ADD KEY customer_order_link (checkout_link_id, status),
        ADD CONSTRAINT customer_order_window CHECK ((pickup_from IS NULL) = (pickup_to IS NULL))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE customer_order
        DROP CONSTRAINT customer_order_window,
        DROP KEY customer_order_link,
        DROP KEY customer_order_pickup_window,
        DROP COLUMN checkout_link_id, DROP COLUMN pickup_to, DROP COLUMN pickup_from`);
    for (const table of TABLE_NAMES) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

const TABLE_NAMES = ['checkout_link', 'order_invoice', 'pickup_window', 'pickup_rule', 'order_rule'];

const TABLES = [
  `CREATE TABLE order_rule (
    brand_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
    unpaid_max TINYINT UNSIGNED NOT NULL COMMENT 'orders of one member that may wait for their payment',
    received_after_days TINYINT UNSIGNED NOT NULL COMMENT 'then a parcel is believed to have arrived',
    CONSTRAINT order_rule_unpaid CHECK (unpaid_max > 0)
  ) ENGINE=InnoDB`,

  `CREATE TABLE pickup_rule (
    store_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
    lead_minutes SMALLINT UNSIGNED NOT NULL COMMENT 'between order and the earliest window',
    window_minutes SMALLINT UNSIGNED NOT NULL,
    days_ahead TINYINT UNSIGNED NOT NULL COMMENT '0: today only',
    capacity SMALLINT UNSIGNED NULL COMMENT 'orders in one window; NULL: as many as come',
    CONSTRAINT pickup_rule_window CHECK (window_minutes > 0)
  ) ENGINE=InnoDB`,

  // Nothing is counted here: whoever wants a place in a window holds its row while counting the orders.
  `CREATE TABLE pickup_window (
    store_id BIGINT UNSIGNED NOT NULL,
    starts_at DATETIME(3) NOT NULL,
    PRIMARY KEY (store_id, starts_at)
  ) ENGINE=InnoDB`,

  `CREATE TABLE order_invoice (
    order_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
    brand_id BIGINT UNSIGNED NOT NULL,
    kind VARCHAR(10) ${ASCII} NOT NULL,
    content_sealed TEXT NOT NULL COMMENT 'sealed: title, tax number, email',
    status VARCHAR(10) ${ASCII} NOT NULL DEFAULT 'requested',
    number VARCHAR(30) ${ASCII} NULL,
    requested_at DATETIME(3) NOT NULL,
    issued_at DATETIME(3) NULL,
    issued_by_admin_id BIGINT UNSIGNED NULL,
    KEY order_invoice_brand (brand_id, status, order_id),
    CONSTRAINT order_invoice_order_fk FOREIGN KEY (order_id) REFERENCES customer_order (id),
    CONSTRAINT order_invoice_kind CHECK (kind IN ('personal', 'company')),
    CONSTRAINT order_invoice_status CHECK (
      (status = 'requested' AND number IS NULL AND issued_at IS NULL) OR
      (status = 'issued' AND number IS NOT NULL AND issued_at IS NOT NULL))
  ) ${OPTIONS}`,

  `CREATE TABLE checkout_link (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id BIGINT UNSIGNED NOT NULL,
    code CHAR(10) ${ASCII} NOT NULL,
    title VARCHAR(40) NOT NULL,
    cart TEXT NOT NULL COMMENT 'JSON: SKUs and quantities',
    store_id BIGINT UNSIGNED NULL COMMENT 'where it is fetched unless the customer says otherwise',
    coupon_template_id BIGINT UNSIGNED NULL COMMENT 'comes with it',
    status VARCHAR(10) ${ASCII} NOT NULL DEFAULT 'active',
    created_at DATETIME(3) NOT NULL,
    ends_at DATETIME(3) NULL,
    UNIQUE KEY checkout_link_code (code),
    KEY checkout_link_brand (brand_id, id),
    CONSTRAINT checkout_link_status CHECK (status IN ('active', 'paused'))
  ) ${OPTIONS}`,
];
