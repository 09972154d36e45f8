import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Printed codes whose destination is decided at the scan, their candidate stores, and every scan. */
export class LiveCodes1764000050000 implements MigrationInterface {
  name = 'LiveCodes1764000050000';

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

const TABLE_NAMES = ['live_code', 'live_code_store', 'live_code_scan'];

const OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const TABLES = [
  `CREATE TABLE live_code (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id BIGINT UNSIGNED NOT NULL,
    code CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name VARCHAR(40) NOT NULL,
    channel VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    promise VARCHAR(80) NOT NULL,
    exits JSON NOT NULL,
    status VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'active',
    radius_m INT UNSIGNED NULL,
    default_store_id BIGINT UNSIGNED NULL,
    created_at DATETIME(3) NOT NULL,
    UNIQUE KEY live_code_code (code),
    KEY live_code_brand (brand_id, id),
    CONSTRAINT live_code_status CHECK (status IN ('active', 'paused'))
  ) ${OPTIONS}`,

  // Where a code may lead; a code without rows here leads to any store of its brand.
  `CREATE TABLE live_code_store (
    live_code_id BIGINT UNSIGNED NOT NULL,
    store_id BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (live_code_id, store_id),
    KEY live_code_store_store (store_id),
    CONSTRAINT live_code_store_code_fk FOREIGN KEY (live_code_id) REFERENCES live_code (id)
  ) ${OPTIONS}`,

  // The latest scan of a person before joining carries the membership it led to.
  `CREATE TABLE live_code_scan (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    live_code_id BIGINT UNSIGNED NOT NULL,
    identity_id BIGINT UNSIGNED NULL,
    member_id BIGINT UNSIGNED NULL,
    store_id BIGINT UNSIGNED NULL,
    distance_m INT UNSIGNED NULL,
    membership_id BIGINT UNSIGNED NULL,
    at DATETIME(3) NOT NULL,
    UNIQUE KEY live_code_scan_membership (membership_id),
    KEY live_code_scan_code (live_code_id, at, membership_id),
    KEY live_code_scan_identity (identity_id, live_code_id, id),
    CONSTRAINT live_code_scan_code_fk FOREIGN KEY (live_code_id) REFERENCES live_code (id)
  ) ${OPTIONS}`,
];
