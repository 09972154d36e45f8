import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What delivery costs. */
export class Pricing1764000085000 implements MigrationInterface {
  name = 'Pricing1764000085000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE freight_rule (
        brand_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        freight_fen BIGINT UNSIGNED NOT NULL,
        free_from_fen BIGINT UNSIGNED NULL COMMENT 'goods worth this much travel free; NULL: never'
      ) ENGINE=InnoDB`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE freight_rule');
  }
}
