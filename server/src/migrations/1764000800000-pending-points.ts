import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Points that wait for the end of a refund window, and lots found by when they lapse. */
export class PendingPoints1764000800000 implements MigrationInterface {
  name = 'PendingPoints1764000800000';

  async up(runner: QueryRunner): Promise<void> {
    // Computed, so that what is spent leaves the index by itself: a run finds exactly what is due, wherever it stopped.
    await runner.query(
      `ALTER TABLE ledger_lot
         ADD COLUMN due_at DATETIME(3) AS (CASE WHEN remaining > 0 THEN expires_at END) VIRTUAL,
         ADD KEY ledger_lot_due (due_at, account_id)`,
    );
    await runner.query(
      `CREATE TABLE ledger_hold (
         id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
         account_id BIGINT UNSIGNED NOT NULL,
         transfer_id BIGINT UNSIGNED NOT NULL,
         amount BIGINT NOT NULL,
         taken_back BIGINT NOT NULL DEFAULT 0,
         matures_at DATETIME(3) NOT NULL,
         expires_at DATETIME(3) NULL,
         matured_at DATETIME(3) NULL,
         matured_transfer_id BIGINT UNSIGNED NULL,
         due_at DATETIME(3) AS (CASE WHEN matured_at IS NULL AND taken_back < amount THEN matures_at END) VIRTUAL,
         UNIQUE KEY ledger_hold_transfer (transfer_id),
         KEY ledger_hold_due (due_at, id),
         KEY ledger_hold_open (account_id, due_at),
         CONSTRAINT ledger_hold_account_fk FOREIGN KEY (account_id) REFERENCES ledger_account (id),
         CONSTRAINT ledger_hold_transfer_fk FOREIGN KEY (transfer_id) REFERENCES ledger_transfer (id),
         CONSTRAINT ledger_hold_matured_fk FOREIGN KEY (matured_transfer_id) REFERENCES ledger_transfer (id),
         CONSTRAINT ledger_hold_amount CHECK (amount > 0 AND taken_back >= 0 AND taken_back <= amount),
         CONSTRAINT ledger_hold_matured CHECK (matured_transfer_id IS NULL OR matured_at IS NOT NULL),
         CONSTRAINT ledger_hold_order CHECK (expires_at IS NULL OR matures_at < expires_at)
       ) ${OPTIONS}`,
    );
    // What an account lost to time at one instant: the cause of the transfer that writes it off.
    await runner.query(
      `CREATE TABLE ledger_lapse (
         id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
         account_id BIGINT UNSIGNED NOT NULL,
         amount BIGINT NOT NULL,
         at DATETIME(3) NOT NULL,
         UNIQUE KEY ledger_lapse_once (account_id, at),
         CONSTRAINT ledger_lapse_account_fk FOREIGN KEY (account_id) REFERENCES ledger_account (id),
         CONSTRAINT ledger_lapse_amount CHECK (amount > 0)
       ) ${OPTIONS}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE ledger_lapse');
    await runner.query('DROP TABLE ledger_hold');
    await runner.query('ALTER TABLE ledger_lot DROP KEY ledger_lot_due, DROP COLUMN due_at');
  }
}

const OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
