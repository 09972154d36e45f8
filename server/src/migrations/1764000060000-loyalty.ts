import type { MigrationInterface, QueryRunner } from 'typeorm';

/** By which rules points are earned, what tiers give, the reward shelf, and what members saved. */
export class Loyalty1764000060000 implements MigrationInterface {
  name = 'Loyalty1764000060000';

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

const TABLE_NAMES = [
  'earn_rule',
  'tier',
  'order_earning',
  'member_saving',
  'reward',
  'reward_taken',
  'redemption',
];

const OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const TABLES = [
  // A rule is never edited: a new version takes over from an instant on.
  `CREATE TABLE earn_rule (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    program_id BIGINT UNSIGNED NOT NULL,
    version INT UNSIGNED NOT NULL,
    points_per_yuan_bp INT UNSIGNED NOT NULL,
    growth_per_yuan_bp INT UNSIGNED NOT NULL,
    check_in_points INT UNSIGNED NOT NULL,
    valid_from DATETIME(3) NOT NULL,
    UNIQUE KEY earn_rule_version (program_id, version)
  ) ${OPTIONS}`,

  `CREATE TABLE tier (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    program_id BIGINT UNSIGNED NOT NULL,
    level TINYINT UNSIGNED NOT NULL,
    name VARCHAR(20) NOT NULL,
    growth_from BIGINT UNSIGNED NOT NULL,
    member_price TINYINT(1) NOT NULL,
    benefits JSON NOT NULL,
    UNIQUE KEY tier_level (program_id, level),
    UNIQUE KEY tier_growth (program_id, growth_from)
  ) ${OPTIONS}`,

  // What a paid order earned, also when that is nothing: refunds take back shares of it.
  `CREATE TABLE order_earning (
    order_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
    program_id BIGINT UNSIGNED NOT NULL,
    brand_id BIGINT UNSIGNED NOT NULL,
    member_id BIGINT UNSIGNED NOT NULL,
    earn_rule_id BIGINT UNSIGNED NULL,
    paid_fen BIGINT UNSIGNED NOT NULL,
    points BIGINT UNSIGNED NOT NULL,
    growth BIGINT UNSIGNED NOT NULL,
    at DATETIME(3) NOT NULL,
    KEY order_earning_member (member_id),
    CONSTRAINT order_earning_rule_fk FOREIGN KEY (earn_rule_id) REFERENCES earn_rule (id)
  ) ${OPTIONS}`,

  // Append-only: what a rule saved the member, and, below zero, what a refund undid of it.
  `CREATE TABLE member_saving (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    member_id BIGINT UNSIGNED NOT NULL,
    brand_id BIGINT UNSIGNED NOT NULL,
    order_id BIGINT UNSIGNED NOT NULL,
    cause_kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    cause_id BIGINT UNSIGNED NOT NULL,
    rule VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    amount_fen BIGINT NOT NULL,
    business_day DATE NOT NULL,
    at DATETIME(3) NOT NULL,
    UNIQUE KEY member_saving_cause (cause_kind, cause_id, rule),
    KEY member_saving_sum (member_id, brand_id, amount_fen),
    KEY member_saving_order (order_id, rule, amount_fen),
    CONSTRAINT member_saving_amount CHECK (amount_fen <> 0)
  ) ${OPTIONS}`,

  `CREATE TABLE reward (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id BIGINT UNSIGNED NOT NULL,
    kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name VARCHAR(40) NOT NULL,
    description VARCHAR(300) NOT NULL,
    picture_url VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    points INT UNSIGNED NOT NULL,
    stock INT NOT NULL,
    per_member_limit INT UNSIGNED NULL,
    coupon_text VARCHAR(200) NULL,
    status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    starts_at DATETIME(3) NULL,
    ends_at DATETIME(3) NULL,
    created_at DATETIME(3) NOT NULL,
    KEY reward_shelf (brand_id, status, id),
    CONSTRAINT reward_kind CHECK (kind IN ('gift', 'coupon')),
    CONSTRAINT reward_status CHECK (status IN ('on_shelf', 'off_shelf')),
    CONSTRAINT reward_points CHECK (points > 0),
    CONSTRAINT reward_stock CHECK (stock >= 0),
    CONSTRAINT reward_coupon CHECK ((kind = 'coupon') = (coupon_text IS NOT NULL)),
    CONSTRAINT reward_schedule CHECK (starts_at IS NULL OR ends_at IS NULL OR starts_at < ends_at)
  ) ${OPTIONS}`,

  // How many of a reward a member has: counted by condition, so that a limit holds under parallel calls.
  // Neither this nor the redemption refers to the reward by foreign key: that would share-lock the row whose stock is
  // about to be taken, and parallel redemptions of one reward would deadlock.
  `CREATE TABLE reward_taken (
    reward_id BIGINT UNSIGNED NOT NULL,
    member_id BIGINT UNSIGNED NOT NULL,
    taken INT NOT NULL,
    PRIMARY KEY (reward_id, member_id),
    CONSTRAINT reward_taken_count CHECK (taken >= 0)
  ) ${OPTIONS}`,

  // Keeps the reward's face as it was when it was redeemed.
  `CREATE TABLE redemption (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    reward_id BIGINT UNSIGNED NOT NULL,
    brand_id BIGINT UNSIGNED NOT NULL,
    program_id BIGINT UNSIGNED NOT NULL,
    member_id BIGINT UNSIGNED NOT NULL,
    store_id BIGINT UNSIGNED NULL,
    code CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reward_kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reward_name VARCHAR(40) NOT NULL,
    picture_url VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    points INT UNSIGNED NOT NULL,
    coupon_text VARCHAR(200) NULL,
    at DATETIME(3) NOT NULL,
    collected_at DATETIME(3) NULL,
    collected_by_staff_id BIGINT UNSIGNED NULL,
    collected_store_id BIGINT UNSIGNED NULL,
    cancelled_at DATETIME(3) NULL,
    UNIQUE KEY redemption_code (code),
    KEY redemption_member (member_id, brand_id, id),
    KEY redemption_ready (brand_id, status, store_id, id),
    KEY redemption_reward (reward_id),
    CONSTRAINT redemption_status CHECK (
      (status = 'ready' AND collected_at IS NULL AND cancelled_at IS NULL)
      OR (status = 'collected' AND collected_at IS NOT NULL AND cancelled_at IS NULL)
      OR (status = 'cancelled' AND cancelled_at IS NOT NULL AND collected_at IS NULL)
    )
  ) ${OPTIONS}`,
];
