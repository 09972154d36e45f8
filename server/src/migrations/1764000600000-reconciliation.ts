import type { MigrationInterface, QueryRunner } from 'typeorm';

/** WeChat's bills as they were fetched, what differs from our books, and the days that are closed. */
export class Reconciliation1764000600000 implements MigrationInterface {
  name = 'Reconciliation1764000600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...PAYMENTS_KNOW_THEIR_BRAND, ...TABLES]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLE_NAMES.toReversed()) {
      await runner.query(`DROP TABLE ${table}`);
    }
    await runner.query('ALTER TABLE refund DROP KEY refund_succeeded');
    await runner.query(
      'ALTER TABLE payment DROP KEY payment_brand_paid, DROP KEY payment_paid, DROP COLUMN brand_id',
    );
  }
}

const TABLE_NAMES = ['pay_bill', 'billed_trade', 'billed_flow', 'money_difference', 'closing_day'];

const OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const ASCII = 'CHARACTER SET ascii COLLATE ascii_bin';

const PAYMENTS_KNOW_THEIR_BRAND = [
  'ALTER TABLE payment ADD COLUMN brand_id BIGINT UNSIGNED NOT NULL DEFAULT 0 AFTER order_id',
  `UPDATE payment JOIN customer_order ON customer_order.id = payment.order_id
      SET payment.brand_id = customer_order.brand_id`,
  `ALTER TABLE payment ALTER COLUMN brand_id DROP DEFAULT,
     ADD KEY payment_brand_paid (brand_id, paid_at), ADD KEY payment_paid (paid_at)`,
  'ALTER TABLE refund ADD KEY refund_succeeded (succeeded_at)',
];

const TABLES = [
  // Due until both files of the day are here; the problem says why they aren't.
  `CREATE TABLE pay_bill (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    mch_id VARCHAR(32) ${ASCII} NOT NULL,
    day DATE NOT NULL COMMENT 'in China',
    status VARCHAR(8) ${ASCII} NOT NULL DEFAULT 'due',
    problem VARCHAR(200) NULL,
    trades INT UNSIGNED NOT NULL DEFAULT 0,
    flows INT UNSIGNED NOT NULL DEFAULT 0,
    fetched_at DATETIME(3) NULL,
    UNIQUE KEY pay_bill_day (mch_id, day),
    CONSTRAINT pay_bill_status CHECK (
      (status = 'due' AND fetched_at IS NULL) OR (status = 'ready' AND fetched_at IS NOT NULL AND problem IS NULL))
  ) ${OPTIONS}`,

  `CREATE TABLE billed_trade (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    bill_id BIGINT UNSIGNED NOT NULL,
    kind VARCHAR(8) ${ASCII} NOT NULL,
    number VARCHAR(64) ${ASCII} NOT NULL COMMENT 'WeChat''s number of the payment or refund',
    at DATETIME(3) NOT NULL,
    transaction_id VARCHAR(64) ${ASCII} NOT NULL,
    out_trade_no VARCHAR(64) ${ASCII} NOT NULL,
    out_refund_no VARCHAR(64) ${ASCII} NULL,
    amount_fen BIGINT NOT NULL,
    fee_milli_fen BIGINT NOT NULL COMMENT 'thousandths of a fen, below zero where a refund brings it back',
    UNIQUE KEY billed_trade_once (bill_id, kind, number),
    KEY billed_trade_bill (bill_id, id),
    KEY billed_trade_transaction (transaction_id),
    KEY billed_trade_refund (out_refund_no),
    CONSTRAINT billed_trade_bill_fk FOREIGN KEY (bill_id) REFERENCES pay_bill (id),
    CONSTRAINT billed_trade_kind CHECK (kind IN ('payment', 'refund')),
    CONSTRAINT billed_trade_amount CHECK (amount_fen >= 0)
  ) ${OPTIONS}`,

  `CREATE TABLE billed_flow (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    bill_id BIGINT UNSIGNED NOT NULL,
    flow_no VARCHAR(64) ${ASCII} NOT NULL,
    business_no VARCHAR(64) ${ASCII} NOT NULL,
    business VARCHAR(32) NOT NULL,
    at DATETIME(3) NOT NULL,
    amount_fen BIGINT NOT NULL COMMENT 'signed',
    balance_fen BIGINT NOT NULL,
    UNIQUE KEY billed_flow_once (bill_id, flow_no),
    KEY billed_flow_business (bill_id, business_no),
    CONSTRAINT billed_flow_bill_fk FOREIGN KEY (bill_id) REFERENCES pay_bill (id)
  ) ${OPTIONS}`,

  // Without a brand nobody knows whose money it is: then it is the whole group's to explain.
  `CREATE TABLE money_difference (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    mch_id VARCHAR(32) ${ASCII} NOT NULL,
    day DATE NOT NULL,
    kind VARCHAR(20) ${ASCII} NOT NULL,
    subject VARCHAR(64) ${ASCII} NOT NULL COMMENT 'number of the transaction, refund or order',
    brand_id BIGINT UNSIGNED NULL,
    order_id BIGINT UNSIGNED NULL,
    out_trade_no VARCHAR(64) ${ASCII} NULL,
    out_refund_no VARCHAR(64) ${ASCII} NULL,
    ours_fen BIGINT NULL,
    billed_fen BIGINT NULL,
    reason VARCHAR(200) NOT NULL,
    mendable TINYINT(1) NOT NULL,
    state VARCHAR(8) ${ASCII} NOT NULL DEFAULT 'open',
    note VARCHAR(200) NULL,
    settled_by BIGINT UNSIGNED NULL COMMENT 'admin; NULL for the system',
    settled_at DATETIME(3) NULL,
    found_at DATETIME(3) NOT NULL,
    UNIQUE KEY money_difference_once (mch_id, day, kind, subject),
    KEY money_difference_brand (brand_id, state, day),
    KEY money_difference_state (state, kind),
    CONSTRAINT money_difference_state CHECK (
      (state = 'open' AND settled_at IS NULL)
      OR (state = 'mended' AND settled_at IS NOT NULL)
      OR (state = 'accepted' AND settled_at IS NOT NULL AND settled_by IS NOT NULL AND note IS NOT NULL))
  ) ${OPTIONS}`,

  `CREATE TABLE closing_day (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id BIGINT UNSIGNED NOT NULL,
    day DATE NOT NULL,
    payments INT UNSIGNED NOT NULL,
    paid_fen BIGINT UNSIGNED NOT NULL,
    refunds INT UNSIGNED NOT NULL,
    refunded_fen BIGINT UNSIGNED NOT NULL,
    fee_milli_fen BIGINT NOT NULL,
    matched_at DATETIME(3) NOT NULL,
    signed_by BIGINT UNSIGNED NULL,
    signed_at DATETIME(3) NULL,
    UNIQUE KEY closing_day_once (brand_id, day),
    CONSTRAINT closing_day_signed CHECK ((signed_by IS NULL) = (signed_at IS NULL))
  ) ${OPTIONS}`,
];
