import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Uploaded pictures and whose they are. */
export class Media1764000200000 implements MigrationInterface {
  name = 'Media1764000200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE picture (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        owner_kind VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        owner_id BIGINT UNSIGNED NOT NULL,
        url VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        thumbnail_url VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        width INT UNSIGNED NOT NULL,
        height INT UNSIGNED NOT NULL,
        created_at DATETIME(3) NOT NULL,
        attached_at DATETIME(3) NULL,
        removed_at DATETIME(3) NULL,
        UNIQUE KEY picture_url (url),
        KEY picture_owner (owner_kind, owner_id, attached_at),
        CONSTRAINT picture_owner_kind CHECK (owner_kind IN ('member', 'admin')),
        CONSTRAINT picture_shown CHECK (attached_at IS NULL OR removed_at IS NULL)
      ) ENGINE=InnoDB`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE picture');
  }
}
