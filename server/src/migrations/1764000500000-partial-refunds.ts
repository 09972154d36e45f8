import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is given back of an order, decision by decision and line by line. The lines' own sums are claimed when a
 * refund begins, so that no two refunds give the same piece back; money and benefits follow when it is done.
 */
export class PartialRefunds1764000500000 implements MigrationInterface {
  name = 'PartialRefunds1764000500000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE order_refund (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        order_id BIGINT UNSIGNED NOT NULL,
        status VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        amount_fen BIGINT UNSIGNED NOT NULL,
        freight_fen BIGINT UNSIGNED NOT NULL COMMENT 'of the amount: goes back with the last of the goods',
        points BIGINT UNSIGNED NOT NULL COMMENT 'of the points spent',
        actor VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'member:…, staff:…, admin:… or system',
        reason VARCHAR(80) NOT NULL,
        created_at DATETIME(3) NOT NULL,
        done_at DATETIME(3) NULL,
        KEY order_refund_order (order_id, id),
        CONSTRAINT order_refund_order_fk FOREIGN KEY (order_id) REFERENCES customer_order (id),
        CONSTRAINT order_refund_freight CHECK (freight_fen <= amount_fen),
        CONSTRAINT order_refund_status CHECK (status IN ('begun', 'done')),
        CONSTRAINT order_refund_done CHECK ((status = 'done') = (done_at IS NOT NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
    await runner.query(`
      CREATE TABLE order_refund_line (
        order_refund_id BIGINT UNSIGNED NOT NULL,
        order_line_id BIGINT UNSIGNED NOT NULL,
        quantity INT UNSIGNED NOT NULL COMMENT 'pieces that come back; none for a goodwill in money',
        unsent_quantity INT UNSIGNED NOT NULL COMMENT 'of them, pieces that never left: back on the shelf when it is done',
        amount_fen BIGINT UNSIGNED NOT NULL,
        points BIGINT UNSIGNED NOT NULL,
        PRIMARY KEY (order_refund_id, order_line_id),
        KEY order_refund_line_line (order_line_id),
        CONSTRAINT order_refund_line_unsent CHECK (unsent_quantity <= quantity),
        CONSTRAINT order_refund_line_refund_fk FOREIGN KEY (order_refund_id) REFERENCES order_refund (id),
        CONSTRAINT order_refund_line_line_fk FOREIGN KEY (order_line_id) REFERENCES order_line (id)
      ) ENGINE=InnoDB`);
    // So far a refund was of a whole order. It keeps its number, under which the ledger has booked it.
    await runner.query(`
      INSERT INTO order_refund (id, order_id, status, amount_fen, freight_fen, points, actor, reason, created_at, done_at)
      SELECT refund.id, refund.order_id, IF(refund.status = 'succeeded', 'done', 'begun'), refund.amount_fen,
             customer_order.freight_fen, 0, 'system', refund.reason,
             refund.created_at, refund.succeeded_at
        FROM refund JOIN customer_order ON customer_order.id = refund.order_id
       WHERE refund.kind = 'order'
         AND NOT EXISTS (SELECT 1 FROM (SELECT cause, attempt FROM refund) later
                          WHERE later.cause = refund.cause AND later.attempt > refund.attempt)`);
    await runner.query(`
      INSERT INTO order_refund_line (order_refund_id, order_line_id, quantity, unsent_quantity, amount_fen, points)
      SELECT order_refund.id, order_line.id, order_line.quantity,
             IF(customer_order.handed_over_at IS NULL, order_line.quantity, 0), order_line.total_fen, 0
        FROM order_refund
        JOIN customer_order ON customer_order.id = order_refund.order_id
        JOIN order_line ON order_line.order_id = order_refund.order_id`);
    await runner.query(`
      UPDATE order_line JOIN order_refund_line ON order_refund_line.order_line_id = order_line.id
         SET order_line.refunded_fen = order_line.total_fen, order_line.refunded_quantity = order_line.quantity,
             order_line.cancelled_quantity = order_refund_line.unsent_quantity`);
    await runner.query(`
      UPDATE refund JOIN order_refund ON order_refund.order_id = refund.order_id
         SET refund.cause = CONCAT('order-refund:', order_refund.id) WHERE refund.kind = 'order'`);
    await runner.query(
      `ALTER TABLE refund ADD COLUMN way VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'wechat'
         COMMENT 'wechat, or hand: a person gave the money back and says so'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE refund DROP COLUMN way');
    await runner.query(
      "UPDATE refund SET cause = CONCAT('order:', order_id) WHERE kind = 'order' AND amount_fen = total_fen",
    );
    await runner.query('DROP TABLE order_refund_line');
    await runner.query('DROP TABLE order_refund');
  }
}
