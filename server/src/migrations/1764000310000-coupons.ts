import type { MigrationInterface, QueryRunner } from 'typeorm';

const OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const ASCII = 'CHARACTER SET ascii COLLATE ascii_bin';

/** What coupons are worth, who has them, and every way by which members come to them. */
export class Coupons1764000310000 implements MigrationInterface {
  name = 'Coupons1764000310000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLE_NAMES) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

const TABLE_NAMES = [
  'coupon_batch',
  'coupon_transfer',
  'coupon_drop_group',
  'coupon_drop',
  'coupon_staff_share',
  'coupon_share',
  'coupon',
  'coupon_template',
];

const TABLES = [
  `CREATE TABLE coupon_template (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id BIGINT UNSIGNED NOT NULL,
    name VARCHAR(20) NOT NULL,
    description VARCHAR(200) NOT NULL,
    status VARCHAR(8) ${ASCII} NOT NULL,
    kind VARCHAR(8) ${ASCII} NOT NULL,
    off_fen BIGINT UNSIGNED NULL,
    rate_bp INT UNSIGNED NULL COMMENT 'what is still paid: 8000 are 80 %',
    cap_fen BIGINT UNSIGNED NULL,
    from_fen BIGINT UNSIGNED NOT NULL COMMENT 'goods in scope must cost this much',
    scope TEXT NOT NULL COMMENT 'JSON: products and categories',
    channels VARCHAR(60) ${ASCII} NOT NULL COMMENT 'JSON: where it may be used',
    store_ids TEXT NOT NULL COMMENT 'JSON: empty: every store',
    tier_level_from TINYINT UNSIGNED NULL COMMENT 'the lowest tier that may have and use it',
    with_promotions TINYINT UNSIGNED NOT NULL,
    valid_from DATETIME(3) NULL,
    valid_to DATETIME(3) NULL,
    valid_days INT UNSIGNED NULL COMMENT 'instead of an end: so many days from when it is given',
    quota INT UNSIGNED NULL COMMENT 'coupons of it at most; NULL: no limit',
    issued INT UNSIGNED NOT NULL DEFAULT 0,
    per_person INT UNSIGNED NULL COMMENT 'that one member may claim; NULL: no limit',
    claimable TINYINT UNSIGNED NOT NULL COMMENT 'in the coupon centre',
    claim_from DATETIME(3) NULL,
    claim_to DATETIME(3) NULL,
    transferable TINYINT UNSIGNED NOT NULL,
    staff_daily INT UNSIGNED NULL COMMENT 'that one of the staff may give in a day; NULL: none',
    on_refund VARCHAR(8) ${ASCII} NOT NULL,
    created_at DATETIME(3) NOT NULL,
    KEY coupon_template_brand (brand_id, status, id),
    CONSTRAINT coupon_template_status CHECK (status IN ('draft', 'active', 'stopped')),
    CONSTRAINT coupon_template_kind CHECK (
      (kind = 'amount' AND off_fen IS NOT NULL AND rate_bp IS NULL AND cap_fen IS NULL)
      OR (kind = 'percent' AND off_fen IS NULL AND rate_bp IS NOT NULL)
      OR (kind = 'exchange' AND off_fen IS NULL AND rate_bp IS NULL AND cap_fen IS NULL)),
    CONSTRAINT coupon_template_valid CHECK ((valid_to IS NULL) <> (valid_days IS NULL)),
    CONSTRAINT coupon_template_quota CHECK (quota IS NULL OR issued <= quota),
    CONSTRAINT coupon_template_on_refund CHECK (on_refund IN ('return', 'keep'))
  ) ${OPTIONS}`,

  // No foreign key to the template: it would share-lock the row whose count is about to change.
  // cause_key: what gives at most one, such as bulk:7:member or drop:3:member.
  `CREATE TABLE coupon (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    template_id BIGINT UNSIGNED NOT NULL,
    brand_id BIGINT UNSIGNED NOT NULL,
    member_id BIGINT UNSIGNED NOT NULL,
    first_member_id BIGINT UNSIGNED NOT NULL COMMENT 'who got it; another has it after a transfer',
    state VARCHAR(9) ${ASCII} NOT NULL,
    source VARCHAR(8) ${ASCII} NOT NULL,
    cause_key VARCHAR(80) ${ASCII} NULL,
    drop_group_id BIGINT UNSIGNED NULL,
    staff_id BIGINT UNSIGNED NULL COMMENT 'who gave it',
    code CHAR(12) ${ASCII} NOT NULL COMMENT 'shown at the counter, not to be guessed',
    valid_from DATETIME(3) NOT NULL,
    valid_to DATETIME(3) NOT NULL,
    order_id BIGINT UNSIGNED NULL,
    order_paid_fen BIGINT UNSIGNED NULL COMMENT 'what the order that used it brought',
    used_at DATETIME(3) NULL,
    used_store_id BIGINT UNSIGNED NULL,
    used_staff_id BIGINT UNSIGNED NULL,
    created_at DATETIME(3) NOT NULL,
    UNIQUE KEY coupon_code (code),
    UNIQUE KEY coupon_cause (cause_key),
    KEY coupon_member (member_id, brand_id, state, valid_to),
    KEY coupon_template_state (template_id, state),
    KEY coupon_state (state, valid_to),
    KEY coupon_order (order_id),
    KEY coupon_drop_group (drop_group_id, state),
    CONSTRAINT coupon_state CHECK (
      (state IN ('available', 'expired', 'void') AND order_id IS NULL AND used_at IS NULL)
      OR (state = 'locked' AND order_id IS NOT NULL AND used_at IS NULL)
      OR (state = 'used' AND used_at IS NOT NULL AND (order_id IS NOT NULL OR used_store_id IS NOT NULL))),
    CONSTRAINT coupon_source CHECK (source IN ('claim', 'drop', 'staff', 'rule', 'bulk')),
    CONSTRAINT coupon_valid CHECK (valid_to > valid_from)
  ) ${OPTIONS}`,

  `CREATE TABLE coupon_share (
    template_id BIGINT UNSIGNED NOT NULL,
    member_id BIGINT UNSIGNED NOT NULL,
    taken INT NOT NULL,
    PRIMARY KEY (template_id, member_id)
  ) ENGINE=InnoDB`,
  `CREATE TABLE coupon_staff_share (
    template_id BIGINT UNSIGNED NOT NULL,
    staff_id BIGINT UNSIGNED NOT NULL,
    business_day DATE NOT NULL,
    given INT NOT NULL,
    PRIMARY KEY (template_id, staff_id, business_day)
  ) ENGINE=InnoDB`,

  `CREATE TABLE coupon_drop (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    template_id BIGINT UNSIGNED NOT NULL,
    brand_id BIGINT UNSIGNED NOT NULL,
    name VARCHAR(20) NOT NULL,
    starts_at DATETIME(3) NOT NULL,
    ends_at DATETIME(3) NOT NULL,
    per_group INT UNSIGNED NOT NULL,
    created_at DATETIME(3) NOT NULL,
    KEY coupon_drop_brand (brand_id, id),
    CONSTRAINT coupon_drop_time CHECK (ends_at > starts_at)
  ) ${OPTIONS}`,
  `CREATE TABLE coupon_drop_group (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    drop_id BIGINT UNSIGNED NOT NULL,
    name VARCHAR(20) NOT NULL,
    code CHAR(10) ${ASCII} NOT NULL COMMENT 'in the link that is posted to the group',
    taken INT UNSIGNED NOT NULL DEFAULT 0,
    UNIQUE KEY coupon_drop_group_code (code),
    KEY coupon_drop_group_drop (drop_id, id)
  ) ${OPTIONS}`,

  `CREATE TABLE coupon_transfer (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    coupon_id BIGINT UNSIGNED NOT NULL,
    token CHAR(22) ${ASCII} NOT NULL,
    from_member_id BIGINT UNSIGNED NOT NULL,
    to_member_id BIGINT UNSIGNED NULL,
    state VARCHAR(9) ${ASCII} NOT NULL,
    created_at DATETIME(3) NOT NULL,
    expires_at DATETIME(3) NOT NULL,
    ended_at DATETIME(3) NULL,
    UNIQUE KEY coupon_transfer_token (token),
    KEY coupon_transfer_coupon (coupon_id, state),
    CONSTRAINT coupon_transfer_coupon_fk FOREIGN KEY (coupon_id) REFERENCES coupon (id),
    CONSTRAINT coupon_transfer_state CHECK (
      (state = 'open' AND ended_at IS NULL AND to_member_id IS NULL)
      OR (state = 'withdrawn' AND ended_at IS NOT NULL AND to_member_id IS NULL)
      OR (state = 'accepted' AND ended_at IS NOT NULL AND to_member_id IS NOT NULL))
  ) ENGINE=InnoDB`,

  `CREATE TABLE coupon_batch (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    template_id BIGINT UNSIGNED NOT NULL,
    brand_id BIGINT UNSIGNED NOT NULL,
    audience TEXT NOT NULL COMMENT 'JSON: which members',
    state VARCHAR(8) ${ASCII} NOT NULL,
    total INT UNSIGNED NOT NULL COMMENT 'members when it began',
    looked INT UNSIGNED NOT NULL DEFAULT 0,
    issued INT UNSIGNED NOT NULL DEFAULT 0,
    cursor_id BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'the last membership that was looked at',
    note VARCHAR(60) NOT NULL DEFAULT '',
    admin_id BIGINT UNSIGNED NOT NULL,
    created_at DATETIME(3) NOT NULL,
    ended_at DATETIME(3) NULL,
    KEY coupon_batch_brand (brand_id, id),
    CONSTRAINT coupon_batch_state CHECK (state IN ('running', 'done', 'stopped')),
    CONSTRAINT coupon_batch_end CHECK ((state = 'running') = (ended_at IS NULL))
  ) ${OPTIONS}`,
];
