import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = [
  'pending_payment',
  'paid',
  'ready',
  'shipped',
  'completed',
  'closed',
  'refunding',
  'refunded',
];
const AFTER = [...BEFORE, 'preparing', 'partly_shipped'];

/** Orders are prepared, and travel in as many parcels as it takes. */
export class OrderStates1764000400000 implements MigrationInterface {
  name = 'OrderStates1764000400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE customer_order
        DROP CONSTRAINT customer_order_status,
        ADD CONSTRAINT customer_order_status CHECK (status IN (${quoted(AFTER)})),
        ADD COLUMN completed_at DATETIME(3) NULL`);
    await runner.query(`
      UPDATE customer_order SET completed_at = COALESCE(handed_over_at, paid_at) WHERE status = 'completed'`);
    await runner.query(`
      ALTER TABLE order_line
        ADD COLUMN shipped_quantity INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'pieces in parcels',
        ADD COLUMN cancelled_quantity INT UNSIGNED NOT NULL DEFAULT 0
          COMMENT 'pieces given back before they were sent: they never will be',
        ADD CONSTRAINT order_line_shipped CHECK (shipped_quantity + cancelled_quantity <= quantity)`);
    await runner.query(`
      CREATE TABLE order_parcel (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        order_id BIGINT UNSIGNED NOT NULL,
        number TINYINT UNSIGNED NOT NULL COMMENT '1, 2, 3 … within the order',
        company VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        tracking_no VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        corrected TINYINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'times that company or tracking number were changed',
        sent_at DATETIME(3) NOT NULL,
        UNIQUE KEY order_parcel_number (order_id, number),
        CONSTRAINT order_parcel_order_fk FOREIGN KEY (order_id) REFERENCES customer_order (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
    await runner.query(`
      CREATE TABLE order_parcel_line (
        parcel_id BIGINT UNSIGNED NOT NULL,
        line_id BIGINT UNSIGNED NOT NULL,
        quantity INT UNSIGNED NOT NULL,
        PRIMARY KEY (parcel_id, line_id),
        KEY order_parcel_line_line (line_id),
        CONSTRAINT order_parcel_line_parcel_fk FOREIGN KEY (parcel_id) REFERENCES order_parcel (id),
        CONSTRAINT order_parcel_line_line_fk FOREIGN KEY (line_id) REFERENCES order_line (id),
        CONSTRAINT order_parcel_line_quantity CHECK (quantity > 0)
      ) ENGINE=InnoDB`);
    await runner.query(`
      INSERT INTO order_parcel (order_id, number, company, tracking_no, sent_at)
      SELECT id, 1, shipping_company, tracking_no, handed_over_at FROM customer_order WHERE tracking_no IS NOT NULL`);
    await runner.query(`
      INSERT INTO order_parcel_line (parcel_id, line_id, quantity)
      SELECT order_parcel.id, order_line.id, order_line.quantity
        FROM order_parcel JOIN order_line ON order_line.order_id = order_parcel.order_id`);
    await runner.query(`
      UPDATE order_line SET shipped_quantity = quantity WHERE order_id IN (SELECT order_id FROM order_parcel)`);
    await runner.query('ALTER TABLE customer_order DROP COLUMN shipping_company, DROP COLUMN tracking_no');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE customer_order
        ADD COLUMN shipping_company VARCHAR(20) NULL,
        ADD COLUMN tracking_no VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL`);
    await runner.query(`
      UPDATE customer_order JOIN order_parcel ON order_parcel.order_id = customer_order.id AND order_parcel.number = 1
         SET customer_order.shipping_company = order_parcel.company,
             customer_order.tracking_no = order_parcel.tracking_no`);
    await runner.query('DROP TABLE order_parcel_line');
    await runner.query('DROP TABLE order_parcel');
    await runner.query(`
      ALTER TABLE order_line
        DROP CONSTRAINT order_line_shipped, DROP COLUMN shipped_quantity, DROP COLUMN cancelled_quantity`);
    for (const table of ['customer_order', 'order_event']) {
      await runner.query(`UPDATE ${table} SET status = 'paid' WHERE status = 'preparing'`);
      await runner.query(`UPDATE ${table} SET status = 'shipped' WHERE status = 'partly_shipped'`);
    }
    await runner.query(`
      ALTER TABLE customer_order
        DROP CONSTRAINT customer_order_status,
        ADD CONSTRAINT customer_order_status CHECK (status IN (${quoted(BEFORE)})),
        DROP COLUMN completed_at`);
  }
}

function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}
