import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Orders1764000090000 implements MigrationInterface {
  name = 'Orders1764000090000';

  async up(runner: QueryRunner): Promise<void> {
    // `order` is a word of SQL.
    await runner.query(`
      CREATE TABLE customer_order (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        out_trade_no VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        brand_id BIGINT UNSIGNED NOT NULL,
        member_id BIGINT UNSIGNED NOT NULL,
        store_id BIGINT UNSIGNED NOT NULL COMMENT 'where the goods come from',
        fulfilment VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        address TEXT NULL COMMENT 'sealed: receiver, phone and address as they were at the order',
        status VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        goods_fen BIGINT UNSIGNED NOT NULL,
        discount_fen BIGINT UNSIGNED NOT NULL,
        freight_fen BIGINT UNSIGNED NOT NULL,
        pay_fen BIGINT UNSIGNED NOT NULL,
        paid_fen BIGINT UNSIGNED NOT NULL DEFAULT 0,
        refunded_fen BIGINT UNSIGNED NOT NULL DEFAULT 0,
        steps TEXT NOT NULL COMMENT 'JSON: how the price came about, as the customer saw it',
        note VARCHAR(100) NOT NULL DEFAULT '',
        pickup_code CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
        shipping_company VARCHAR(20) NULL,
        tracking_no VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL,
        business_day DATE NOT NULL,
        created_at DATETIME(3) NOT NULL,
        expires_at DATETIME(3) NOT NULL,
        paid_at DATETIME(3) NULL,
        handed_over_at DATETIME(3) NULL,
        UNIQUE KEY customer_order_trade_no (out_trade_no),
        UNIQUE KEY customer_order_pickup (store_id, pickup_code),
        KEY customer_order_member (member_id, brand_id, id),
        KEY customer_order_member_status (member_id, status),
        KEY customer_order_brand (brand_id, id),
        KEY customer_order_brand_status (brand_id, status, id),
        KEY customer_order_brand_day (brand_id, business_day, status),
        KEY customer_order_brand_handed_over (brand_id, handed_over_at),
        KEY customer_order_store_status (store_id, status, id),
        CONSTRAINT customer_order_sum CHECK (pay_fen + discount_fen = goods_fen + freight_fen),
        CONSTRAINT customer_order_paid CHECK (paid_fen IN (0, pay_fen)),
        CONSTRAINT customer_order_refunded CHECK (refunded_fen <= paid_fen),
        CONSTRAINT customer_order_address CHECK ((fulfilment = 'delivery') = (address IS NOT NULL)),
        CONSTRAINT customer_order_fulfilment CHECK (fulfilment IN ('pickup', 'delivery')),
        CONSTRAINT customer_order_status CHECK (status IN
          ('pending_payment', 'paid', 'ready', 'shipped', 'completed', 'closed', 'refunding', 'refunded'))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
    await runner.query(`
      CREATE TABLE order_line (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        order_id BIGINT UNSIGNED NOT NULL,
        sku_id BIGINT UNSIGNED NOT NULL,
        product_id BIGINT UNSIGNED NOT NULL,
        name VARCHAR(110) NOT NULL,
        picture_url VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        quantity INT UNSIGNED NOT NULL,
        list_fen BIGINT UNSIGNED NOT NULL COMMENT 'price of one piece before rules',
        total_fen BIGINT UNSIGNED NOT NULL COMMENT 'to pay for all pieces after rules',
        refunded_fen BIGINT UNSIGNED NOT NULL DEFAULT 0,
        KEY order_line_order (order_id, id),
        CONSTRAINT order_line_order_fk FOREIGN KEY (order_id) REFERENCES customer_order (id),
        CONSTRAINT order_line_quantity CHECK (quantity > 0),
        CONSTRAINT order_line_refunded CHECK (refunded_fen <= total_fen)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
    await runner.query(`
      CREATE TABLE order_event (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        order_id BIGINT UNSIGNED NOT NULL,
        at DATETIME(3) NOT NULL,
        status VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        actor VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'member:…, staff:…, admin:… or system',
        note VARCHAR(200) NOT NULL,
        KEY order_event_order (order_id, id),
        CONSTRAINT order_event_order_fk FOREIGN KEY (order_id) REFERENCES customer_order (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE order_event');
    await runner.query('DROP TABLE order_line');
    await runner.query('DROP TABLE customer_order');
  }
}
