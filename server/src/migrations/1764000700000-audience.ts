import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is who: sets and numbers of members as bitmaps, tags with their history, and saved segments. */
export class Audience1764000700000 implements MigrationInterface {
  name = 'Audience1764000700000';

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
  'member_set',
  'member_set_block',
  'member_set_change',
  'tag_group',
  'tag',
  'member_tag',
  'member_tag_event',
  'segment',
  'segment_version',
  'segment_block',
];

const OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const TABLES = [
  `CREATE TABLE member_set (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    owner_kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    owner_id BIGINT UNSIGNED NOT NULL,
    kind VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    set_key VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    UNIQUE KEY member_set_name (owner_kind, owner_id, kind, set_key),
    CONSTRAINT member_set_owner CHECK (owner_kind IN ('brand', 'program'))
  ) ${OPTIONS}`,

  // The members of one stretch of 2^20 numbers. Slices other than 0 belong to numbers. A version is drawn, never counted,
  // so that what a transaction wrote and rolled back is never taken for what another wrote.
  `CREATE TABLE member_set_block (
    set_id BIGINT UNSIGNED NOT NULL,
    block SMALLINT UNSIGNED NOT NULL,
    slice TINYINT UNSIGNED NOT NULL,
    version BIGINT UNSIGNED NOT NULL,
    members INT UNSIGNED NOT NULL,
    content MEDIUMBLOB NOT NULL COMMENT 'roaring bitmap in the portable format',
    PRIMARY KEY (set_id, block, slice),
    KEY member_set_block_versions (set_id, block, slice, version, members),
    CONSTRAINT member_set_block_fk FOREIGN KEY (set_id) REFERENCES member_set (id)
  ) ${OPTIONS}`,

  // What has changed since the block was written; at most one row a member, so that the order of rows means nothing.
  // No foreign key: it would share-lock the set's row in every transaction that changes a member.
  `CREATE TABLE member_set_change (
    set_id BIGINT UNSIGNED NOT NULL,
    block SMALLINT UNSIGNED NOT NULL,
    member_offset INT UNSIGNED NOT NULL,
    value BIGINT UNSIGNED NULL COMMENT 'null takes the member out; of a plain set it is 1',
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (set_id, block, member_offset),
    CONSTRAINT member_set_change_offset CHECK (member_offset < 1048576)
  ) ${OPTIONS}`,

  `CREATE TABLE tag_group (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id BIGINT UNSIGNED NOT NULL,
    name VARCHAR(20) NOT NULL,
    exclusive TINYINT(1) NOT NULL COMMENT 'a member has one tag of it at most',
    by_staff TINYINT(1) NOT NULL COMMENT 'staff may give its tags',
    position SMALLINT UNSIGNED NOT NULL,
    created_at DATETIME(3) NOT NULL,
    UNIQUE KEY tag_group_name (brand_id, name)
  ) ${OPTIONS}`,

  `CREATE TABLE tag (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id BIGINT UNSIGNED NOT NULL,
    group_id BIGINT UNSIGNED NOT NULL,
    name VARCHAR(20) NOT NULL,
    source VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    description VARCHAR(200) NOT NULL,
    owner_admin_id BIGINT UNSIGNED NOT NULL COMMENT 'who answers for it',
    fresh_days SMALLINT UNSIGNED NULL COMMENT 'what is older than this should be looked at again',
    created_at DATETIME(3) NOT NULL,
    retired_at DATETIME(3) NULL,
    UNIQUE KEY tag_name (group_id, name),
    KEY tag_brand (brand_id, id),
    CONSTRAINT tag_group_fk FOREIGN KEY (group_id) REFERENCES tag_group (id),
    CONSTRAINT tag_source CHECK (source IN ('manual', 'rule', 'import', 'system', 'wechat'))
  ) ${OPTIONS}`,

  // Who has which tag now, since when and from whom.
  `CREATE TABLE member_tag (
    tag_id BIGINT UNSIGNED NOT NULL,
    member_id BIGINT UNSIGNED NOT NULL,
    brand_id BIGINT UNSIGNED NOT NULL,
    group_id BIGINT UNSIGNED NOT NULL,
    source VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id BIGINT UNSIGNED NULL,
    evidence VARCHAR(200) NOT NULL,
    at DATETIME(3) NOT NULL,
    expires_at DATETIME(3) NULL,
    PRIMARY KEY (tag_id, member_id),
    KEY member_tag_member (member_id, brand_id, group_id),
    KEY member_tag_expiry (expires_at),
    CONSTRAINT member_tag_source CHECK (source IN ('admin', 'staff', 'rule', 'import', 'system', 'member'))
  ) ${OPTIONS}`,

  // Append-only: every giving, renewing and taking.
  `CREATE TABLE member_tag_event (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    tag_id BIGINT UNSIGNED NOT NULL,
    member_id BIGINT UNSIGNED NOT NULL,
    brand_id BIGINT UNSIGNED NOT NULL,
    action VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    source VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    actor_id BIGINT UNSIGNED NULL,
    evidence VARCHAR(200) NOT NULL,
    at DATETIME(3) NOT NULL,
    KEY member_tag_event_member (member_id, brand_id, id),
    KEY member_tag_event_tag (tag_id, id),
    CONSTRAINT member_tag_event_action CHECK (action IN ('given', 'renewed', 'taken', 'expired'))
  ) ${OPTIONS}`,

  `CREATE TABLE segment (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id BIGINT UNSIGNED NOT NULL,
    name VARCHAR(40) NOT NULL,
    kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version INT UNSIGNED NOT NULL,
    members INT UNSIGNED NOT NULL COMMENT 'as last counted',
    counted_at DATETIME(3) NOT NULL,
    created_at DATETIME(3) NOT NULL,
    archived_at DATETIME(3) NULL,
    KEY segment_brand (brand_id, archived_at, id),
    CONSTRAINT segment_kind CHECK (kind IN ('dynamic', 'frozen'))
  ) ${OPTIONS}`,

  // What a segment said, version by version: whoever was reached by an old one can be explained.
  `CREATE TABLE segment_version (
    segment_id BIGINT UNSIGNED NOT NULL,
    version INT UNSIGNED NOT NULL,
    expression JSON NOT NULL,
    admin_id BIGINT UNSIGNED NOT NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (segment_id, version),
    CONSTRAINT segment_version_fk FOREIGN KEY (segment_id) REFERENCES segment (id)
  ) ${OPTIONS}`,

  // Who was in a frozen segment when it was frozen.
  `CREATE TABLE segment_block (
    segment_id BIGINT UNSIGNED NOT NULL,
    block SMALLINT UNSIGNED NOT NULL,
    members INT UNSIGNED NOT NULL,
    content MEDIUMBLOB NOT NULL COMMENT 'roaring bitmap in the portable format',
    PRIMARY KEY (segment_id, block),
    CONSTRAINT segment_block_fk FOREIGN KEY (segment_id) REFERENCES segment (id)
  ) ${OPTIONS}`,
];
