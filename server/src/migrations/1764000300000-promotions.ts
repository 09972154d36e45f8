import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const ASCII = 'CHARACTER SET ascii COLLATE ascii_bin';

/** What makes prices: promotions and what they have sold, points that pay, freight by region, and why each line cost less. */
export class Promotions1764000300000 implements MigrationInterface {
  name = 'Promotions1764000300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) {
      await runner.query(statement);
    }
    const rules = (await runner.query(
      'SELECT brand_id, freight_fen, free_from_fen FROM freight_rule',
    )) as FreightRule[];
    for (const { brand_id, freight_fen, free_from_fen } of rules) {
      const zone = { ...EVERYWHERE, firstFen: Number(freight_fen), freeFromFen: numberOrNull(free_from_fen) };
      await runner.query('INSERT INTO freight_template (brand_id, zones) VALUES (?, ?)', [
        brand_id,
        JSON.stringify([zone]),
      ]);
    }
    await runner.query('DROP TABLE freight_rule');
    // So far member prices were all that made a line cheaper.
    await runner.query(`
      INSERT INTO order_discount (order_id, order_line_id, rule, rule_id, label, amount_fen)
      SELECT order_id, id, 'member', NULL, '会员价优惠', list_fen * quantity - total_fen
        FROM order_line WHERE list_fen * quantity > total_fen`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE freight_rule (
        brand_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        freight_fen BIGINT UNSIGNED NOT NULL,
        free_from_fen BIGINT UNSIGNED NULL COMMENT 'goods worth this much travel free; NULL: never'
      ) ENGINE=InnoDB`);
    const templates = (await runner.query('SELECT brand_id, zones FROM freight_template')) as Template[];
    for (const { brand_id, zones } of templates) {
      const all = JSON.parse(zones) as (typeof EVERYWHERE)[];
      const zone = all.find(({ provinces }) => provinces.length === 0) ?? EVERYWHERE;
      await runner.query('INSERT INTO freight_rule (brand_id, freight_fen, free_from_fen) VALUES (?, ?, ?)', [
        brand_id,
        zone.firstFen,
        zone.freeFromFen,
      ]);
    }
    for (const table of TABLE_NAMES) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

interface FreightRule {
  readonly brand_id: number;
  readonly freight_fen: number;
  readonly free_from_fen: number | null;
}

interface Template {
  readonly brand_id: number;
  readonly zones: string;
}

const EVERYWHERE = {
  name: '全国',
  provinces: [] as string[],
  delivers: true,
  firstG: 0,
  firstFen: 0,
  stepG: 0,
  stepFen: 0,
  freeFromFen: null as number | null,
};

function numberOrNull(value: number | null): number | null {
  return value === null ? null : Number(value);
}

const TABLE_NAMES = [
  'order_discount',
  'freight_template',
  'points_rule',
  'promotion_use',
  'promotion_share',
  'promotion_quota',
  'promotion',
];

const TABLES = [
  `CREATE TABLE promotion (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id BIGINT UNSIGNED NOT NULL,
    kind VARCHAR(16) ${ASCII} NOT NULL,
    name VARCHAR(20) NOT NULL,
    status VARCHAR(8) ${ASCII} NOT NULL,
    starts_at DATETIME(3) NOT NULL,
    ends_at DATETIME(3) NULL COMMENT 'NULL: until it is stopped',
    rrule VARCHAR(120) ${ASCII} NULL COMMENT 'days of the brand on which it holds; NULL: always',
    from_minute SMALLINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'on those days, of the day',
    to_minute SMALLINT UNSIGNED NOT NULL DEFAULT 1440,
    per_person INT UNSIGNED NULL COMMENT 'pieces of a SKU for one person at each occasion',
    coupons TINYINT UNSIGNED NOT NULL COMMENT 'whether coupons may come on top',
    points TINYINT UNSIGNED NOT NULL COMMENT 'whether points may pay',
    terms TEXT NOT NULL COMMENT 'JSON: prices, tiers and scope, by kind',
    created_at DATETIME(3) NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    KEY promotion_brand (brand_id, status, id),
    CONSTRAINT promotion_kind CHECK (kind IN ('time-price', 'spend-and-save', 'tier-price')),
    CONSTRAINT promotion_status CHECK (status IN ('draft', 'active', 'stopped')),
    CONSTRAINT promotion_time CHECK (ends_at IS NULL OR ends_at > starts_at),
    CONSTRAINT promotion_hours CHECK (from_minute < to_minute AND to_minute <= 1440)
  ) ${OPTIONS}`,

  // What limits count. No foreign keys to the promotion: they would lock a row that editors want to change.
  // An occasion is the business day of a promotion that recurs, and empty for one that does not.
  `CREATE TABLE promotion_quota (
    promotion_id BIGINT UNSIGNED NOT NULL,
    occasion CHAR(10) ${ASCII} NOT NULL,
    sku_id BIGINT UNSIGNED NOT NULL,
    taken INT NOT NULL,
    PRIMARY KEY (promotion_id, occasion, sku_id),
    CONSTRAINT promotion_quota_taken CHECK (taken >= 0)
  ) ENGINE=InnoDB`,
  `CREATE TABLE promotion_share (
    promotion_id BIGINT UNSIGNED NOT NULL,
    occasion CHAR(10) ${ASCII} NOT NULL,
    sku_id BIGINT UNSIGNED NOT NULL,
    member_id BIGINT UNSIGNED NOT NULL,
    taken INT NOT NULL,
    PRIMARY KEY (promotion_id, occasion, sku_id, member_id),
    CONSTRAINT promotion_share_taken CHECK (taken >= 0)
  ) ENGINE=InnoDB`,
  `CREATE TABLE promotion_use (
    order_id BIGINT UNSIGNED NOT NULL,
    promotion_id BIGINT UNSIGNED NOT NULL,
    sku_id BIGINT UNSIGNED NOT NULL,
    occasion CHAR(10) ${ASCII} NOT NULL,
    member_id BIGINT UNSIGNED NOT NULL,
    quantity INT UNSIGNED NOT NULL,
    of_quota TINYINT UNSIGNED NOT NULL COMMENT 'counted in promotion_quota',
    of_share TINYINT UNSIGNED NOT NULL COMMENT 'counted in promotion_share',
    state VARCHAR(8) ${ASCII} NOT NULL,
    created_at DATETIME(3) NOT NULL,
    released_at DATETIME(3) NULL,
    PRIMARY KEY (order_id, promotion_id, sku_id),
    KEY promotion_use_promotion (promotion_id, occasion, sku_id),
    CONSTRAINT promotion_use_quantity CHECK (quantity > 0),
    CONSTRAINT promotion_use_state CHECK (state IN ('held', 'released')),
    CONSTRAINT promotion_use_end CHECK ((state = 'released') = (released_at IS NOT NULL))
  ) ENGINE=InnoDB`,

  `CREATE TABLE points_rule (
    program_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
    enabled TINYINT UNSIGNED NOT NULL,
    points_per_yuan INT UNSIGNED NOT NULL,
    min_points INT UNSIGNED NOT NULL COMMENT 'fewer do not pay',
    max_points INT UNSIGNED NULL COMMENT 'of one order; NULL: no limit',
    max_rate_bp INT UNSIGNED NOT NULL COMMENT 'of the goods of one order',
    with_coupons TINYINT UNSIGNED NOT NULL,
    updated_at DATETIME(3) NOT NULL,
    CONSTRAINT points_rule_rate CHECK (points_per_yuan > 0 AND max_rate_bp <= 10000)
  ) ENGINE=InnoDB`,

  `CREATE TABLE freight_template (
    brand_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
    zones TEXT NOT NULL COMMENT 'JSON: what sending costs by region and weight'
  ) ${OPTIONS}`,

  `CREATE TABLE order_discount (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    order_id BIGINT UNSIGNED NOT NULL,
    order_line_id BIGINT UNSIGNED NOT NULL,
    rule VARCHAR(16) ${ASCII} NOT NULL,
    rule_id BIGINT UNSIGNED NULL COMMENT 'the promotion or coupon',
    label VARCHAR(60) NOT NULL COMMENT 'as the customer saw it',
    amount_fen BIGINT UNSIGNED NOT NULL,
    KEY order_discount_order (order_id, id),
    KEY order_discount_rule (rule, rule_id, order_id),
    CONSTRAINT order_discount_line_fk FOREIGN KEY (order_line_id) REFERENCES order_line (id),
    CONSTRAINT order_discount_amount CHECK (amount_fen > 0),
    CONSTRAINT order_discount_rule CHECK (rule IN ('time-price', 'member', 'spend-and-save', 'coupon', 'points'))
  ) ${OPTIONS}`,
];
