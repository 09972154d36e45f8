import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each day moved between whom and why, summed once when the day is over: what finance looks at. */
export class LedgerDays1764000840000 implements MigrationInterface {
  name = 'LedgerDays1764000840000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE ledger_transfer ADD KEY ledger_transfer_day (business_day, program_id)');
    await runner.query(
      `CREATE TABLE ledger_day (
         business_day DATE NOT NULL,
         program_id BIGINT UNSIGNED NOT NULL,
         unit VARCHAR(16) ${ASCII} NOT NULL,
         cause_kind VARCHAR(32) ${ASCII} NOT NULL,
         from_role VARCHAR(10) ${ASCII} NOT NULL,
         to_role VARCHAR(10) ${ASCII} NOT NULL,
         amount BIGINT NOT NULL,
         transfers BIGINT UNSIGNED NOT NULL,
         PRIMARY KEY (program_id, unit, business_day, cause_kind, from_role, to_role)
       ) ${OPTIONS}`,
    );
    await runner.query(
      `CREATE TABLE ledger_day_summed (
         business_day DATE NOT NULL PRIMARY KEY,
         at DATETIME(3) NOT NULL
       ) ${OPTIONS}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ledger_day_summed');
    await runner.query('DROP TABLE ledger_day');
    await runner.query('ALTER TABLE ledger_transfer DROP KEY ledger_transfer_day');
  }
}

const OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const ASCII = 'CHARACTER SET ascii COLLATE ascii_bin';
