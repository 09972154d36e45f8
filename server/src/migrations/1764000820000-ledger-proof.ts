import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The nightly proof of the books: how far it is, and what it found. */
export class LedgerProof1764000820000 implements MigrationInterface {
  name = 'LedgerProof1764000820000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE ledger_proof (
         id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
         business_day DATE NOT NULL,
         started_at DATETIME(3) NOT NULL,
         finished_at DATETIME(3) NULL,
         step VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
         after_id BIGINT UNSIGNED NOT NULL,
         accounts BIGINT UNSIGNED NOT NULL,
         entries BIGINT UNSIGNED NOT NULL,
         violations BIGINT UNSIGNED NOT NULL,
         UNIQUE KEY ledger_proof_day (business_day)
       ) ${OPTIONS}`,
    );
    await runner.query(
      `CREATE TABLE ledger_proof_finding (
         id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
         proof_id BIGINT UNSIGNED NOT NULL,
         claim VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
         row_id BIGINT UNSIGNED NOT NULL,
         expected BIGINT NULL,
         found BIGINT NULL,
         UNIQUE KEY ledger_proof_finding_once (proof_id, claim, row_id),
         CONSTRAINT ledger_proof_finding_fk FOREIGN KEY (proof_id) REFERENCES ledger_proof (id)
       ) ${OPTIONS}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ledger_proof_finding');
    await runner.query('DROP TABLE ledger_proof');
  }
}

const OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
