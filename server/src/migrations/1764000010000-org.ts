import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Programs, brands, stores, the people who work for them, and the admins who run them. */
export class Org1764000010000 implements MigrationInterface {
  name = 'Org1764000010000';

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
  'program',
  'brand',
  'store',
  'staff',
  'staff_store',
  'staff_invitation',
  'admin_user',
  'admin_brand',
  'admin_session',
  'sign_in_attempt',
];

const OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const TABLES = [
  `CREATE TABLE program (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    name VARCHAR(60) NOT NULL,
    created_at DATETIME(3) NOT NULL
  ) ${OPTIONS}`,

  `CREATE TABLE brand (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    program_id BIGINT UNSIGNED NOT NULL,
    position SMALLINT UNSIGNED NOT NULL DEFAULT 0,
    name VARCHAR(40) NOT NULL,
    slogan VARCHAR(80) NOT NULL,
    industry VARCHAR(20) NOT NULL,
    logo_url VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    cover_url VARCHAR(500) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    theme JSON NOT NULL,
    persona JSON NOT NULL,
    time_zone VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'Asia/Shanghai',
    created_at DATETIME(3) NOT NULL,
    archived_at DATETIME(3) NULL,
    KEY brand_program (program_id),
    CONSTRAINT brand_program_fk FOREIGN KEY (program_id) REFERENCES program (id)
  ) ${OPTIONS}`,

  // Opening hours are minutes since midnight on the brand's wall clock; closing at or before opening means past midnight.
  `CREATE TABLE store (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id BIGINT UNSIGNED NOT NULL,
    code CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'store',
    name VARCHAR(40) NOT NULL,
    city VARCHAR(20) NOT NULL,
    address VARCHAR(120) NOT NULL,
    lat DECIMAL(9,6) NOT NULL,
    lng DECIMAL(9,6) NOT NULL,
    opens_minute SMALLINT UNSIGNED NOT NULL,
    closes_minute SMALLINT UNSIGNED NOT NULL,
    phone VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    check_in_location VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'required',
    check_in_radius_m INT UNSIGNED NOT NULL DEFAULT 300,
    created_at DATETIME(3) NOT NULL,
    archived_at DATETIME(3) NULL,
    UNIQUE KEY store_code (code),
    KEY store_brand (brand_id, archived_at),
    CONSTRAINT store_brand_fk FOREIGN KEY (brand_id) REFERENCES brand (id),
    CONSTRAINT store_kind CHECK (kind IN ('store', 'warehouse')),
    CONSTRAINT store_check_in_location CHECK (check_in_location IN ('required', 'soft')),
    CONSTRAINT store_position CHECK (lat BETWEEN -90 AND 90 AND lng BETWEEN -180 AND 180),
    CONSTRAINT store_hours CHECK (opens_minute < 1440 AND closes_minute < 1440)
  ) ${OPTIONS}`,

  // member_id is set by accepting an invitation and cleared when the work ends: a person works for one brand at a time.
  `CREATE TABLE staff (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id BIGINT UNSIGNED NOT NULL,
    name VARCHAR(20) NOT NULL,
    role VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    member_id BIGINT UNSIGNED NULL,
    created_at DATETIME(3) NOT NULL,
    ended_at DATETIME(3) NULL,
    UNIQUE KEY staff_member (member_id),
    KEY staff_brand (brand_id, ended_at),
    CONSTRAINT staff_brand_fk FOREIGN KEY (brand_id) REFERENCES brand (id),
    CONSTRAINT staff_ended CHECK (ended_at IS NULL OR member_id IS NULL)
  ) ${OPTIONS}`,

  `CREATE TABLE staff_store (
    staff_id BIGINT UNSIGNED NOT NULL,
    store_id BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (staff_id, store_id),
    KEY staff_store_store (store_id),
    CONSTRAINT staff_store_staff_fk FOREIGN KEY (staff_id) REFERENCES staff (id),
    CONSTRAINT staff_store_store_fk FOREIGN KEY (store_id) REFERENCES store (id)
  ) ${OPTIONS}`,

  `CREATE TABLE staff_invitation (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    staff_id BIGINT UNSIGNED NOT NULL,
    code_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    invited_by_admin_id BIGINT UNSIGNED NULL,
    created_at DATETIME(3) NOT NULL,
    expires_at DATETIME(3) NOT NULL,
    accepted_at DATETIME(3) NULL,
    accepted_by_member_id BIGINT UNSIGNED NULL,
    revoked_at DATETIME(3) NULL,
    UNIQUE KEY staff_invitation_code (code_hash),
    KEY staff_invitation_staff (staff_id),
    CONSTRAINT staff_invitation_staff_fk FOREIGN KEY (staff_id) REFERENCES staff (id),
    CONSTRAINT staff_invitation_once CHECK (accepted_at IS NULL OR revoked_at IS NULL)
  ) ${OPTIONS}`,

  `CREATE TABLE admin_user (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    email VARCHAR(120) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name VARCHAR(20) NOT NULL,
    role VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    every_brand TINYINT(1) NOT NULL DEFAULT 0,
    password_hash VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    totp_sealed VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    last_used_step BIGINT UNSIGNED NOT NULL DEFAULT 0,
    created_at DATETIME(3) NOT NULL,
    disabled_at DATETIME(3) NULL,
    UNIQUE KEY admin_user_email (email)
  ) ${OPTIONS}`,

  `CREATE TABLE admin_brand (
    admin_id BIGINT UNSIGNED NOT NULL,
    brand_id BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (admin_id, brand_id),
    KEY admin_brand_brand (brand_id),
    CONSTRAINT admin_brand_admin_fk FOREIGN KEY (admin_id) REFERENCES admin_user (id),
    CONSTRAINT admin_brand_brand_fk FOREIGN KEY (brand_id) REFERENCES brand (id)
  ) ${OPTIONS}`,

  `CREATE TABLE admin_session (
    token_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    admin_id BIGINT UNSIGNED NOT NULL,
    created_at DATETIME(3) NOT NULL,
    seen_at DATETIME(3) NOT NULL,
    expires_at DATETIME(3) NOT NULL,
    KEY admin_session_admin (admin_id),
    KEY admin_session_expiry (expires_at),
    CONSTRAINT admin_session_admin_fk FOREIGN KEY (admin_id) REFERENCES admin_user (id)
  ) ${OPTIONS}`,

  // Counts sign-in attempts per account and per address, also of accounts that don't exist.
  `CREATE TABLE sign_in_attempt (
    subject CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    attempts INT UNSIGNED NOT NULL,
    window_ends_at DATETIME(3) NOT NULL,
    KEY sign_in_attempt_window (window_ends_at)
  ) ${OPTIONS}`,
];
