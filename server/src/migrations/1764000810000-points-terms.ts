import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long points wait and live, and who was to be told that theirs lapse. */
export class PointsTerms1764000810000 implements MigrationInterface {
  name = 'PointsTerms1764000810000';

  async up(runner: QueryRunner): Promise<void> {
    // Never edited: a new version takes over from an instant on, for what is earned from then on.
    await runner.query(
      `CREATE TABLE points_terms (
         id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
         brand_id BIGINT UNSIGNED NOT NULL,
         version INT UNSIGNED NOT NULL,
         pending_days SMALLINT UNSIGNED NOT NULL,
         expiry VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
         expiry_after SMALLINT UNSIGNED NOT NULL,
         valid_from DATETIME(3) NOT NULL,
         UNIQUE KEY points_terms_version (brand_id, version),
         CONSTRAINT points_terms_pending CHECK (pending_days <= 60),
         CONSTRAINT points_terms_expiry CHECK (
           (expiry = 'never' AND expiry_after = 0)
           OR (expiry = 'months' AND expiry_after BETWEEN 3 AND 60)
           OR (expiry = 'year_end' AND expiry_after BETWEEN 1 AND 5)
         )
       ) ${OPTIONS}`,
    );
    // One a membership, so that each store sees its own members'; sending is somebody else's.
    await runner.query(
      `CREATE TABLE points_notice (
         id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
         program_id BIGINT UNSIGNED NOT NULL,
         brand_id BIGINT UNSIGNED NOT NULL,
         store_id BIGINT UNSIGNED NULL,
         member_id BIGINT UNSIGNED NOT NULL,
         lapses_at DATETIME(3) NOT NULL,
         days_before TINYINT UNSIGNED NOT NULL,
         points BIGINT NOT NULL,
         at DATETIME(3) NOT NULL,
         UNIQUE KEY points_notice_once (member_id, brand_id, lapses_at, days_before),
         KEY points_notice_store (brand_id, store_id, lapses_at, id),
         CONSTRAINT points_notice_points CHECK (points > 0),
         CONSTRAINT points_notice_days CHECK (days_before IN (30, 7, 1))
       ) ${OPTIONS}`,
    );
    await runner.query(
      `CREATE TABLE points_notice_day (
         business_day DATE NOT NULL PRIMARY KEY,
         finished_at DATETIME(3) NOT NULL
       ) ${OPTIONS}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['points_notice_day', 'points_notice', 'points_terms']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

const OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
