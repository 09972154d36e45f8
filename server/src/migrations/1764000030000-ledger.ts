import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts, the append-only transfers between them with their two entries each, and lots of units that expire. */
export class Ledger1764000030000 implements MigrationInterface {
  name = 'Ledger1764000030000';

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

const TABLE_NAMES = ['ledger_account', 'ledger_transfer', 'ledger_entry', 'ledger_lot', 'ledger_lot_use'];

const OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';

const TABLES = [
  // A member's account keeps its balance; the program's own keep none, so that no row is hot. What is owed is a
  // balance below zero of the debt account, so that all accounts of a unit sum to zero.
  `CREATE TABLE ledger_account (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    owner_kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    owner_id BIGINT UNSIGNED NOT NULL,
    program_id BIGINT UNSIGNED NOT NULL,
    unit VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    role VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    balance BIGINT NULL,
    created_at DATETIME(3) NOT NULL,
    UNIQUE KEY ledger_account_owner (owner_kind, owner_id, program_id, unit, role),
    CONSTRAINT ledger_account_role CHECK (
      (owner_kind = 'member' AND role IN ('available', 'pending', 'debt'))
      OR (owner_kind = 'program' AND role IN ('issued', 'redeemed', 'expired'))
    ),
    CONSTRAINT ledger_account_kept CHECK ((owner_kind = 'member') = (balance IS NOT NULL)),
    CONSTRAINT ledger_account_sign CHECK (balance IS NULL OR balance = 0 OR (balance < 0) = (role = 'debt'))
  ) ${OPTIONS}`,

  // One cause may need two transfers (an earning that repays a debt first): its parts are numbered from 0, so that
  // the first part of a cause can only ever be booked once.
  `CREATE TABLE ledger_transfer (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    program_id BIGINT UNSIGNED NOT NULL,
    unit VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    from_account_id BIGINT UNSIGNED NOT NULL,
    to_account_id BIGINT UNSIGNED NOT NULL,
    amount BIGINT NOT NULL,
    cause_kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    cause_id BIGINT UNSIGNED NOT NULL,
    cause_key VARCHAR(96) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    part TINYINT UNSIGNED NOT NULL,
    text VARCHAR(120) NOT NULL,
    reverses_transfer_id BIGINT UNSIGNED NULL,
    business_day DATE NOT NULL,
    at DATETIME(3) NOT NULL,
    UNIQUE KEY ledger_transfer_cause (cause_key, part),
    KEY ledger_transfer_from (from_account_id),
    KEY ledger_transfer_to (to_account_id),
    KEY ledger_transfer_reverses (reverses_transfer_id),
    CONSTRAINT ledger_transfer_from_fk FOREIGN KEY (from_account_id) REFERENCES ledger_account (id),
    CONSTRAINT ledger_transfer_to_fk FOREIGN KEY (to_account_id) REFERENCES ledger_account (id),
    CONSTRAINT ledger_transfer_reverses_fk FOREIGN KEY (reverses_transfer_id) REFERENCES ledger_transfer (id),
    CONSTRAINT ledger_transfer_amount CHECK (amount > 0),
    CONSTRAINT ledger_transfer_between CHECK (from_account_id <> to_account_id),
    CONSTRAINT ledger_transfer_text CHECK (text <> '')
  ) ${OPTIONS}`,

  `CREATE TABLE ledger_entry (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    transfer_id BIGINT UNSIGNED NOT NULL,
    account_id BIGINT UNSIGNED NOT NULL,
    amount BIGINT NOT NULL,
    balance_after BIGINT NULL,
    UNIQUE KEY ledger_entry_once (transfer_id, account_id),
    KEY ledger_entry_statement (account_id, id, amount),
    CONSTRAINT ledger_entry_transfer_fk FOREIGN KEY (transfer_id) REFERENCES ledger_transfer (id),
    CONSTRAINT ledger_entry_account_fk FOREIGN KEY (account_id) REFERENCES ledger_account (id),
    CONSTRAINT ledger_entry_amount CHECK (amount <> 0)
  ) ${OPTIONS}`,

  `CREATE TABLE ledger_lot (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    account_id BIGINT UNSIGNED NOT NULL,
    transfer_id BIGINT UNSIGNED NOT NULL,
    amount BIGINT NOT NULL,
    remaining BIGINT NOT NULL,
    expires_at DATETIME(3) NULL,
    UNIQUE KEY ledger_lot_transfer (transfer_id),
    KEY ledger_lot_open (account_id, remaining, expires_at),
    CONSTRAINT ledger_lot_account_fk FOREIGN KEY (account_id) REFERENCES ledger_account (id),
    CONSTRAINT ledger_lot_transfer_fk FOREIGN KEY (transfer_id) REFERENCES ledger_transfer (id),
    CONSTRAINT ledger_lot_remaining CHECK (amount > 0 AND remaining >= 0 AND remaining <= amount)
  ) ${OPTIONS}`,

  // What a transfer took from a lot, or, below zero, gave back to it: amount - SUM(uses) = remaining.
  `CREATE TABLE ledger_lot_use (
    transfer_id BIGINT UNSIGNED NOT NULL,
    lot_id BIGINT UNSIGNED NOT NULL,
    amount BIGINT NOT NULL,
    PRIMARY KEY (transfer_id, lot_id),
    KEY ledger_lot_use_lot (lot_id),
    CONSTRAINT ledger_lot_use_lot_fk FOREIGN KEY (lot_id) REFERENCES ledger_lot (id),
    CONSTRAINT ledger_lot_use_transfer_fk FOREIGN KEY (transfer_id) REFERENCES ledger_transfer (id),
    CONSTRAINT ledger_lot_use_amount CHECK (amount <> 0)
  ) ${OPTIONS}`,
];
