import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What weighing, paying with points and giving back in parts need to know of SKUs, orders and their lines. */
export class CommerceLines1764000110000 implements MigrationInterface {
  name = 'CommerceLines1764000110000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE sku ADD COLUMN weight_g INT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'of one piece, packed'`,
    );
    await runner.query(
      `ALTER TABLE customer_order ADD COLUMN points BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'spent on this order'`,
    );
    await runner.query(`
      ALTER TABLE order_line
        ADD COLUMN points BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'the share of this line of the points spent',
        ADD COLUMN refunded_quantity INT UNSIGNED NOT NULL DEFAULT 0,
        ADD COLUMN refunded_points BIGINT UNSIGNED NOT NULL DEFAULT 0,
        ADD CONSTRAINT order_line_refunded_quantity CHECK (refunded_quantity <= quantity),
        ADD CONSTRAINT order_line_refunded_points CHECK (refunded_points <= points)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE order_line
        DROP CONSTRAINT order_line_refunded_quantity,
        DROP CONSTRAINT order_line_refunded_points,
        DROP COLUMN points, DROP COLUMN refunded_quantity, DROP COLUMN refunded_points`);
    await runner.query('ALTER TABLE customer_order DROP COLUMN points');
    await runner.query('ALTER TABLE sku DROP COLUMN weight_g');
  }
}
