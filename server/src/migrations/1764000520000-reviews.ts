import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What customers say of goods they have received, and what WeChat says of that. */
export class Reviews1764000520000 implements MigrationInterface {
  name = 'Reviews1764000520000';

  async up(runner: QueryRunner): Promise<void> {
    const code = 'CHARACTER SET ascii COLLATE ascii_bin';
    await runner.query(`
      CREATE TABLE review (
        id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
        brand_id BIGINT UNSIGNED NOT NULL,
        order_id BIGINT UNSIGNED NOT NULL,
        order_line_id BIGINT UNSIGNED NOT NULL,
        product_id BIGINT UNSIGNED NOT NULL,
        goods_name VARCHAR(110) NOT NULL,
        member_id BIGINT UNSIGNED NOT NULL,
        author VARCHAR(20) NOT NULL COMMENT 'as it is shown: never the whole name',
        stars TINYINT UNSIGNED NOT NULL,
        text VARCHAR(500) NOT NULL,
        pictures TEXT NOT NULL COMMENT 'JSON: addresses',
        status VARCHAR(10) ${code} NOT NULL,
        more_text VARCHAR(500) NULL,
        more_pictures TEXT NULL,
        more_status VARCHAR(10) ${code} NULL,
        more_at DATETIME(3) NULL,
        hidden_reason VARCHAR(100) NULL,
        reply VARCHAR(300) NULL,
        replied_at DATETIME(3) NULL,
        created_at DATETIME(3) NOT NULL,
        UNIQUE KEY review_line (order_line_id),
        KEY review_product (product_id, status, id),
        KEY review_member (member_id, brand_id, id),
        KEY review_order (order_id),
        KEY review_brand_status (brand_id, status, id),
        KEY review_brand_more (brand_id, more_status, id),
        KEY review_brand (brand_id, id),
        CONSTRAINT review_stars CHECK (stars BETWEEN 1 AND 5),
        CONSTRAINT review_status CHECK (status IN ('checking', 'public', 'held', 'hidden')),
        CONSTRAINT review_more_status CHECK (more_status IN ('checking', 'public', 'held', 'hidden')),
        CONSTRAINT review_more CHECK ((more_status IS NULL) = (more_text IS NULL) AND (more_at IS NULL) = (more_text IS NULL)),
        CONSTRAINT review_reply CHECK ((reply IS NULL) = (replied_at IS NULL))
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci`);
    await runner.query(`
      CREATE TABLE review_picture_check (
        trace_id VARCHAR(64) ${code} NOT NULL PRIMARY KEY,
        review_id BIGINT UNSIGNED NOT NULL,
        part VARCHAR(5) ${code} NOT NULL,
        outcome VARCHAR(8) ${code} NOT NULL COMMENT 'asked until WeChat has answered',
        KEY review_picture_check_of (review_id, part),
        CONSTRAINT review_picture_check_fk FOREIGN KEY (review_id) REFERENCES review (id),
        CONSTRAINT review_picture_check_outcome CHECK (outcome IN ('asked', 'pass', 'review', 'risky'))
      ) ENGINE=InnoDB`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE review_picture_check');
    await runner.query('DROP TABLE review');
  }
}
