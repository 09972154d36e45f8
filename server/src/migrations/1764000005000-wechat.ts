import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Wechat1764000005000 implements MigrationInterface {
  name = 'Wechat1764000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE wechat_access_token (
        app_id VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        sealed_token VARCHAR(2048) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        token_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        expires_at DATETIME(3) NOT NULL,
        PRIMARY KEY (app_id)
      ) ENGINE=InnoDB`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE wechat_access_token');
  }
}
