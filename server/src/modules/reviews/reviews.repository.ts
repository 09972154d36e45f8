import { Injectable } from '@nestjs/common';
import type { ReviewPart, ReviewStatus } from '@regulars/shared';
import { placeholders, type Reader, type SqlValue, type Tx } from '../../platform/database/index.js';

export interface ReviewRow {
  readonly id: number;
  readonly brandId: number;
  readonly orderId: number;
  readonly lineId: number;
  readonly productId: number;
  readonly goodsName: string;
  readonly memberId: number;
  readonly author: string;
  readonly stars: number;
  readonly text: string;
  readonly pictures: readonly string[];
  readonly status: ReviewStatus;
  readonly moreText: string | null;
  readonly morePictures: readonly string[];
  readonly moreStatus: ReviewStatus | null;
  readonly moreAt: Date | null;
  readonly hiddenReason: string | null;
  readonly reply: string | null;
  readonly repliedAt: Date | null;
  readonly createdAt: Date;
}

export type NewReview = Pick<
  ReviewRow,
  | 'brandId'
  | 'orderId'
  | 'lineId'
  | 'productId'
  | 'goodsName'
  | 'memberId'
  | 'author'
  | 'stars'
  | 'text'
  | 'pictures'
  | 'createdAt'
>;

const COLUMNS = `id, brand_id AS brandId, order_id AS orderId, order_line_id AS lineId, product_id AS productId,
  goods_name AS goodsName, member_id AS memberId, author, stars, text, pictures, status, more_text AS moreText,
  more_pictures AS morePictures, more_status AS moreStatus, more_at AS moreAt, hidden_reason AS hiddenReason, reply,
  replied_at AS repliedAt, created_at AS createdAt`;

const STATUS_OF: Readonly<Record<ReviewPart, string>> = { first: 'status', more: 'more_status' };

/** All SQL of reviews. */
@Injectable()
export class ReviewsRepository {
  /** @throws a duplicate key error when the line was reviewed before. */
  async insert(tx: Tx, review: NewReview): Promise<number> {
    const { insertId } = await tx.execute(
      `INSERT INTO review (brand_id, order_id, order_line_id, product_id, goods_name, member_id, author, stars, text,
         pictures, status, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'checking', ?)`,
      [
        review.brandId,
        review.orderId,
        review.lineId,
        review.productId,
        review.goodsName,
        review.memberId,
        review.author,
        review.stars,
        review.text,
        JSON.stringify(review.pictures),
        review.createdAt,
      ],
    );
    return insertId;
  }

  /** False when something was added before. */
  async addMore(tx: Tx, id: number, more: { text: string; pictures: readonly string[]; at: Date }) {
    const { affectedRows } = await tx.execute(
      `UPDATE review SET more_text = ?, more_pictures = ?, more_at = ?, more_status = 'checking'
        WHERE id = ? AND more_text IS NULL`,
      [more.text, JSON.stringify(more.pictures), more.at, id],
    );
    return affectedRows === 1;
  }

  /** False when it is elsewhere by now. */
  async move(
    tx: Tx,
    id: number,
    part: ReviewPart,
    from: readonly ReviewStatus[],
    to: ReviewStatus,
  ): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE review SET ${STATUS_OF[part]} = ? WHERE id = ? AND ${STATUS_OF[part]} IN (${placeholders(from.length)})`,
      [to, id, ...from],
    );
    return affectedRows === 1;
  }

  async setHiddenReason(tx: Tx, id: number, reason: string | null): Promise<void> {
    await tx.execute('UPDATE review SET hidden_reason = ? WHERE id = ?', [reason, id]);
  }

  async setReply(tx: Tx, id: number, reply: string, at: Date): Promise<void> {
    await tx.execute('UPDATE review SET reply = ?, replied_at = ? WHERE id = ?', [reply, at, id]);
  }

  async keepPictureChecks(tx: Tx, id: number, part: ReviewPart, traceIds: readonly string[]): Promise<void> {
    for (const traceId of traceIds) {
      await tx.execute(
        "INSERT INTO review_picture_check (trace_id, review_id, part, outcome) VALUES (?, ?, ?, 'asked')",
        [traceId, id, part],
      );
    }
  }

  /** Which review the answer is about, or undefined when we never asked. */
  async answerPictureCheck(
    tx: Tx,
    traceId: string,
    outcome: 'pass' | 'review' | 'risky',
  ): Promise<{ reviewId: number; part: ReviewPart } | undefined> {
    const asked = await tx.one<{ reviewId: number; part: ReviewPart }>(
      'SELECT review_id AS reviewId, part FROM review_picture_check WHERE trace_id = ? FOR UPDATE',
      [traceId],
    );
    if (asked) {
      await tx.execute(
        "UPDATE review_picture_check SET outcome = ? WHERE trace_id = ? AND outcome = 'asked'",
        [outcome, traceId],
      );
    }
    return asked;
  }

  pictureChecks(reader: Reader, id: number, part: ReviewPart): Promise<{ outcome: string }[]> {
    return reader.query<{ outcome: string }>(
      'SELECT outcome FROM review_picture_check WHERE review_id = ? AND part = ?',
      [id, part],
    );
  }

  async lock(tx: Tx, id: number): Promise<ReviewRow | undefined> {
    return (await this.many(tx, 'id = ? FOR UPDATE', [id]))[0];
  }

  async find(reader: Reader, id: number): Promise<ReviewRow | undefined> {
    return (await this.many(reader, 'id = ?', [id]))[0];
  }

  ofOrder(reader: Reader, orderId: number): Promise<ReviewRow[]> {
    return this.many(reader, 'order_id = ? ORDER BY id', [orderId]);
  }

  ofMember(reader: Reader, memberId: number, brandId: number, beforeId: number, limit: number) {
    return this.many(reader, 'member_id = ? AND brand_id = ? AND id < ? ORDER BY id DESC LIMIT ?', [
      memberId,
      brandId,
      beforeId,
      limit,
    ]);
  }

  ofProduct(reader: Reader, productId: number, beforeId: number, limit: number): Promise<ReviewRow[]> {
    return this.many(reader, "product_id = ? AND status = 'public' AND id < ? ORDER BY id DESC LIMIT ?", [
      productId,
      beforeId,
      limit,
    ]);
  }

  /** Those of which a part is in this state. */
  ofBrand(
    reader: Reader,
    brandId: number,
    status: ReviewStatus | undefined,
    beforeId: number,
    limit: number,
  ): Promise<ReviewRow[]> {
    const condition = status === undefined ? '' : ' AND (status = ? OR more_status = ?)';
    return this.many(reader, `brand_id = ?${condition} AND id < ? ORDER BY id DESC LIMIT ?`, [
      brandId,
      ...(status === undefined ? [] : [status, status]),
      beforeId,
      limit,
    ]);
  }

  async figures(reader: Reader, productId: number): Promise<{ count: number; stars: number }> {
    const row = await reader.one<{ count: number; stars: number }>(
      `SELECT COUNT(*) AS count, CAST(COALESCE(SUM(stars), 0) AS SIGNED) AS stars
         FROM review WHERE product_id = ? AND status = 'public'`,
      [productId],
    );
    return row ?? { count: 0, stars: 0 };
  }

  private async many(reader: Reader, condition: string, params: readonly SqlValue[]): Promise<ReviewRow[]> {
    const rows = await reader.query<
      Omit<ReviewRow, 'pictures' | 'morePictures'> & { pictures: string; morePictures: string | null }
    >(`SELECT ${COLUMNS} FROM review WHERE ${condition}`, params);
    return rows.map((row) => ({
      ...row,
      pictures: JSON.parse(row.pictures) as string[],
      morePictures: row.morePictures === null ? [] : (JSON.parse(row.morePictures) as string[]),
    }));
  }
}
