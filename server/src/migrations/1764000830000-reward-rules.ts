import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules that give points for what happens, what happened, what they gave, and the days on which members signed in. */
export class RewardRules1764000830000 implements MigrationInterface {
  name = 'RewardRules1764000830000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of TABLES) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['sign_in', 'reward_award', 'reward_event', 'reward_rule_version', 'reward_rule']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

const OPTIONS = 'ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci';
const ASCII = 'CHARACTER SET ascii COLLATE ascii_bin';

const TABLES = [
  `CREATE TABLE reward_rule (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    brand_id BIGINT UNSIGNED NOT NULL,
    newest_version INT UNSIGNED NOT NULL,
    created_at DATETIME(3) NOT NULL,
    KEY reward_rule_brand (brand_id, id)
  ) ${OPTIONS}`,

  // A version is never edited: what was given names the version that gave it.
  `CREATE TABLE reward_rule_version (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    rule_id BIGINT UNSIGNED NOT NULL,
    version INT UNSIGNED NOT NULL,
    name VARCHAR(40) NOT NULL,
    trigger_kind VARCHAR(20) ${ASCII} NOT NULL,
    unit VARCHAR(16) ${ASCII} NOT NULL,
    requirement JSON NOT NULL,
    reward JSON NOT NULL,
    caps JSON NOT NULL,
    starts_at DATETIME(3) NULL,
    ends_at DATETIME(3) NULL,
    active TINYINT(1) NOT NULL,
    valid_from DATETIME(3) NOT NULL,
    created_by_admin_id BIGINT UNSIGNED NOT NULL,
    UNIQUE KEY reward_rule_version_once (rule_id, version),
    CONSTRAINT reward_rule_version_fk FOREIGN KEY (rule_id) REFERENCES reward_rule (id),
    CONSTRAINT reward_rule_version_unit CHECK (unit IN ('points', 'growth')),
    CONSTRAINT reward_rule_version_dates CHECK (starts_at IS NULL OR ends_at IS NULL OR starts_at < ends_at)
  ) ${OPTIONS}`,

  // Everything that a rule could look at, also when none did: so that a rule can be tried on what has been.
  `CREATE TABLE reward_event (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    program_id BIGINT UNSIGNED NOT NULL,
    brand_id BIGINT UNSIGNED NOT NULL,
    member_id BIGINT UNSIGNED NOT NULL,
    trigger_kind VARCHAR(20) ${ASCII} NOT NULL,
    event_key VARCHAR(80) ${ASCII} NOT NULL,
    facts JSON NOT NULL,
    order_lines JSON NOT NULL,
    points BIGINT UNSIGNED NOT NULL,
    growth BIGINT UNSIGNED NOT NULL,
    business_day DATE NOT NULL,
    at DATETIME(3) NOT NULL,
    UNIQUE KEY reward_event_once (event_key),
    KEY reward_event_tried (brand_id, trigger_kind, member_id, id)
  ) ${OPTIONS}`,

  `CREATE TABLE reward_award (
    id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    event_id BIGINT UNSIGNED NOT NULL,
    rule_id BIGINT UNSIGNED NOT NULL,
    rule_version INT UNSIGNED NOT NULL,
    unit VARCHAR(16) ${ASCII} NOT NULL,
    amount BIGINT UNSIGNED NOT NULL,
    member_id BIGINT UNSIGNED NOT NULL,
    business_day DATE NOT NULL,
    UNIQUE KEY reward_award_once (event_id, rule_id),
    KEY reward_award_given (rule_id, member_id, business_day, amount),
    CONSTRAINT reward_award_event_fk FOREIGN KEY (event_id) REFERENCES reward_event (id),
    CONSTRAINT reward_award_rule_fk FOREIGN KEY (rule_id, rule_version) REFERENCES reward_rule_version (rule_id, version),
    CONSTRAINT reward_award_amount CHECK (amount > 0)
  ) ${OPTIONS}`,

  `CREATE TABLE sign_in (
    member_id BIGINT UNSIGNED NOT NULL,
    brand_id BIGINT UNSIGNED NOT NULL,
    business_day DATE NOT NULL,
    streak INT UNSIGNED NOT NULL,
    points BIGINT UNSIGNED NOT NULL,
    at DATETIME(3) NOT NULL,
    PRIMARY KEY (member_id, brand_id, business_day),
    CONSTRAINT sign_in_streak CHECK (streak > 0)
  ) ${OPTIONS}`,
];
