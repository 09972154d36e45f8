import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Visits of members to stores, once per store and business day. */
export class CheckIns1764000070000 implements MigrationInterface {
  name = 'CheckIns1764000070000';

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

const TABLE_NAMES = ['check_in', 'check_in_code_use'];

const OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const TABLES = [
  `CREATE TABLE check_in (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    member_id BIGINT UNSIGNED NOT NULL,
    brand_id BIGINT UNSIGNED NOT NULL,
    store_id BIGINT UNSIGNED NOT NULL,
    business_day DATE NOT NULL,
    kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    staff_id BIGINT UNSIGNED NULL,
    distance_m INT UNSIGNED NULL,
    points INT UNSIGNED NOT NULL,
    at DATETIME(3) NOT NULL,
    UNIQUE KEY check_in_once (member_id, store_id, business_day),
    KEY check_in_member (member_id, brand_id, id),
    KEY check_in_store (store_id, business_day, id),
    KEY check_in_brand (brand_id, business_day),
    CONSTRAINT check_in_kind CHECK (kind IN ('customer', 'staff')),
    CONSTRAINT check_in_staff CHECK ((kind = 'staff') = (staff_id IS NOT NULL))
  ) ${OPTIONS}`,

  // The rotating code of a member's card makes one check-in at most, whoever scans it.
  `CREATE TABLE check_in_code_use (
    membership_id BIGINT UNSIGNED NOT NULL,
    code_window BIGINT UNSIGNED NOT NULL,
    check_in_id BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (membership_id, code_window),
    KEY check_in_code_use_check_in (check_in_id),
    CONSTRAINT check_in_code_use_check_in_fk FOREIGN KEY (check_in_id) REFERENCES check_in (id)
  ) ${OPTIONS}`,
];
