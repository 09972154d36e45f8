import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One payment an order, what WeChat told us about it, and the refunds it led to. */
export class Payments1764000100000 implements MigrationInterface {
  name = 'Payments1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLE_NAMES.toReversed()) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

const TABLE_NAMES = ['payment', 'refund', 'received_callback'];

const OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const TABLES = [
  // open: may still be paid; paid: the order's payment; closed: WeChat takes no money for it any more;
  // returned: money came when the order no longer wanted it, and is refunded.
  `CREATE TABLE payment (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    order_id BIGINT UNSIGNED NOT NULL,
    out_trade_no VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    app_id VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    mch_id VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    openid VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount_fen BIGINT NOT NULL,
    description VARCHAR(127) NOT NULL,
    status VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'open',
    prepay_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    transaction_id VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
    created_at DATETIME(3) NOT NULL,
    expires_at DATETIME(3) NOT NULL,
    paid_at DATETIME(3) NULL,
    closed_at DATETIME(3) NULL,
    UNIQUE KEY payment_order (order_id),
    UNIQUE KEY payment_out_trade_no (out_trade_no),
    UNIQUE KEY payment_transaction (transaction_id),
    CONSTRAINT payment_amount CHECK (amount_fen > 0),
    CONSTRAINT payment_status CHECK (status IN ('open', 'paid', 'closed', 'returned')),
    CONSTRAINT payment_success CHECK ((status IN ('paid', 'returned')) = (transaction_id IS NOT NULL)),
    CONSTRAINT payment_paid_at CHECK ((paid_at IS NULL) = (transaction_id IS NULL))
  ) ${OPTIONS}`,

  // order: gives an order's money back; stray: gives back money that came when no order wanted it.
  // One cause has one live refund; a failed one may be followed by the next attempt, which has another number.
  `CREATE TABLE refund (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    payment_id BIGINT UNSIGNED NOT NULL,
    order_id BIGINT UNSIGNED NOT NULL,
    kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    cause VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    attempt SMALLINT UNSIGNED NOT NULL,
    out_refund_no VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    transaction_id VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount_fen BIGINT NOT NULL,
    total_fen BIGINT NOT NULL,
    reason VARCHAR(80) NOT NULL,
    status VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'requested',
    failure VARCHAR(200) NULL,
    refund_id VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
    received_by VARCHAR(64) NULL,
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    succeeded_at DATETIME(3) NULL,
    UNIQUE KEY refund_out_refund_no (out_refund_no),
    UNIQUE KEY refund_cause (cause, attempt),
    KEY refund_order (order_id),
    KEY refund_payment (payment_id),
    KEY refund_status (status, updated_at),
    CONSTRAINT refund_payment_fk FOREIGN KEY (payment_id) REFERENCES payment (id),
    CONSTRAINT refund_kind CHECK (kind IN ('order', 'stray')),
    CONSTRAINT refund_amount CHECK (amount_fen > 0 AND amount_fen <= total_fen),
    CONSTRAINT refund_status CHECK (status IN ('requested', 'processing', 'succeeded', 'abnormal', 'failed')),
    CONSTRAINT refund_failure CHECK ((status = 'failed') = (failure IS NOT NULL)),
    CONSTRAINT refund_succeeded CHECK ((status = 'succeeded') = (succeeded_at IS NOT NULL))
  ) ${OPTIONS}`,

  // Every verified callback, as it came: processed once, or kept with its error for replay. What it tells stays
  // encrypted as WeChat encrypted it.
  `CREATE TABLE received_callback (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    source VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    notification_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    event_type VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    raw_body MEDIUMTEXT NOT NULL,
    status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    error VARCHAR(500) NULL,
    received_at DATETIME(3) NOT NULL,
    processed_at DATETIME(3) NULL,
    UNIQUE KEY received_callback_once (source, notification_id),
    KEY received_callback_status (status, id),
    CONSTRAINT received_callback_status CHECK (status IN ('processed', 'failed', 'ignored')),
    CONSTRAINT received_callback_error CHECK ((status = 'processed') = (error IS NULL))
  ) ${OPTIONS}`,
];
