import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, the identities they come with, their memberships, consents and addresses. */
export class Members1764000020000 implements MigrationInterface {
  name = 'Members1764000020000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) {
      await runner.query(statement);
    }
    await runner.query('INSERT INTO member_counter (id, value) VALUES (1, 0)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of TABLE_NAMES.toReversed()) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

const TABLE_NAMES = ['member', 'member_counter', 'identity', 'membership', 'consent', 'address'];

const OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const TABLES = [
  // number is dense over all members ever and indexes bitmaps; it is null only inside the transaction that makes the row.
  `CREATE TABLE member (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    number INT UNSIGNED NULL,
    unionid VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL,
    phone_sealed VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL,
    phone_index CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
    name_sealed VARCHAR(400) CHARACTER SET ascii COLLATE ascii_bin NULL,
    birthday_sealed VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL,
    created_at DATETIME(3) NOT NULL,
    erased_at DATETIME(3) NULL,
    UNIQUE KEY member_number (number),
    UNIQUE KEY member_unionid (unionid),
    UNIQUE KEY member_phone (phone_index),
    CONSTRAINT member_phone_both CHECK ((phone_sealed IS NULL) = (phone_index IS NULL)),
    CONSTRAINT member_erased CHECK (
      erased_at IS NULL
      OR (unionid IS NULL AND phone_sealed IS NULL AND name_sealed IS NULL AND birthday_sealed IS NULL)
    )
  ) ${OPTIONS}`,

  `CREATE TABLE member_counter (
    id TINYINT UNSIGNED NOT NULL PRIMARY KEY,
    value INT UNSIGNED NOT NULL,
    CONSTRAINT member_counter_single CHECK (id = 1)
  ) ${OPTIONS}`,

  // An erased identity keeps its row without openid: its tokens are dead and the person may come anew.
  `CREATE TABLE identity (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    app_id VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    openid VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL,
    unionid VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL,
    member_id BIGINT UNSIGNED NULL,
    created_at DATETIME(3) NOT NULL,
    erased_at DATETIME(3) NULL,
    UNIQUE KEY identity_openid (app_id, openid),
    KEY identity_unionid (unionid),
    KEY identity_member (member_id),
    CONSTRAINT identity_member_fk FOREIGN KEY (member_id) REFERENCES member (id),
    CONSTRAINT identity_erased CHECK (
      (erased_at IS NULL AND openid IS NOT NULL)
      OR (erased_at IS NOT NULL AND openid IS NULL AND unionid IS NULL AND member_id IS NULL)
    )
  ) ${OPTIONS}`,

  `CREATE TABLE membership (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    member_id BIGINT UNSIGNED NOT NULL,
    brand_id BIGINT UNSIGNED NOT NULL,
    card_no CHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'active',
    joined_at DATETIME(3) NOT NULL,
    live_code_id BIGINT UNSIGNED NULL,
    store_id BIGINT UNSIGNED NULL,
    closed_at DATETIME(3) NULL,
    UNIQUE KEY membership_member_brand (member_id, brand_id),
    UNIQUE KEY membership_card (brand_id, card_no),
    KEY membership_brand_list (brand_id, status, id),
    KEY membership_brand_joined (brand_id, status, joined_at),
    KEY membership_live_code (live_code_id),
    CONSTRAINT membership_member_fk FOREIGN KEY (member_id) REFERENCES member (id),
    CONSTRAINT membership_status CHECK (status IN ('active', 'closed')),
    CONSTRAINT membership_closed CHECK ((status = 'closed') = (closed_at IS NOT NULL))
  ) ${OPTIONS}`,

  // Append-only: the newest row of a purpose is what holds now, the older ones are the proof of what held before.
  `CREATE TABLE consent (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    member_id BIGINT UNSIGNED NOT NULL,
    brand_id BIGINT UNSIGNED NOT NULL,
    purpose VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    channel VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    given TINYINT(1) NOT NULL,
    at DATETIME(3) NOT NULL,
    KEY consent_current (member_id, brand_id, purpose, id),
    CONSTRAINT consent_member_fk FOREIGN KEY (member_id) REFERENCES member (id),
    CONSTRAINT consent_purpose CHECK (purpose IN ('service', 'marketing')),
    CONSTRAINT consent_channel CHECK (channel IN ('miniapp', 'staff', 'console'))
  ) ${OPTIONS}`,

  `CREATE TABLE address (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    member_id BIGINT UNSIGNED NOT NULL,
    content_sealed VARCHAR(2000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at DATETIME(3) NOT NULL,
    KEY address_member (member_id),
    CONSTRAINT address_member_fk FOREIGN KEY (member_id) REFERENCES member (id)
  ) ${OPTIONS}`,
];
