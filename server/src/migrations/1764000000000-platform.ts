import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Platform1764000000000 implements MigrationInterface {
  name = 'Platform1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE idempotency_key (
        actor VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        idem_key VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        request_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        answer MEDIUMTEXT NOT NULL,
        created_at DATETIME(3) NOT NULL,
        PRIMARY KEY (actor, idem_key),
        KEY idempotency_key_created (created_at)
      ) ENGINE=InnoDB`);
    await runner.query(`
      CREATE TABLE job (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
        kind VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        dedupe_key VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL,
        payload TEXT NOT NULL,
        available_at DATETIME(3) NULL COMMENT 'due time, or end of the lease while somebody works on it; NULL: gave up',
        lease_token CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NULL,
        attempts INT UNSIGNED NOT NULL DEFAULT 0,
        last_error VARCHAR(1000) NULL,
        request_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
        created_at DATETIME(3) NOT NULL,
        PRIMARY KEY (id),
        UNIQUE KEY job_dedupe (kind, dedupe_key),
        KEY job_available (available_at)
      ) ENGINE=InnoDB`);
    await runner.query(`
      CREATE TABLE audit_entry (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT,
        at DATETIME(3) NOT NULL,
        actor_kind VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        actor_id BIGINT UNSIGNED NOT NULL,
        brand_id BIGINT UNSIGNED NULL,
        action VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        subject_kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        subject_id BIGINT UNSIGNED NOT NULL,
        detail TEXT NOT NULL,
        request_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
        PRIMARY KEY (id),
        KEY audit_entry_brand (brand_id, id),
        KEY audit_entry_subject (subject_kind, subject_id, id)
      ) ENGINE=InnoDB`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE audit_entry');
    await runner.query('DROP TABLE job');
    await runner.query('DROP TABLE idempotency_key');
  }
}
