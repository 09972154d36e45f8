import { Injectable } from '@nestjs/common';
import { rowPlaceholders, type Tx } from '../../../platform/database/index.js';

interface Wish {
  readonly brandId: number;
  readonly productId: number;
  readonly dimension: string;
  readonly names: readonly string[];
}

/** Tags as people write them: what does not exist yet is made. */
@Injectable()
export class TagByName {
  /** Exactly these in this dimension; the others keep what they have. */
  async replace(tx: Tx, { brandId, productId, dimension, names }: Wish): Promise<void> {
    const dimensionId = await idOf(
      tx,
      'INSERT INTO tag_dimension (brand_id, name, position) VALUES (?, ?, 1000) ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id)',
      [brandId, dimension],
    );
    const tagIds: number[] = [];
    for (const name of names) {
      tagIds.push(
        await idOf(
          tx,
          `INSERT INTO goods_tag (brand_id, dimension_id, name, position) VALUES (?, ?, ?, 1000)
           ON DUPLICATE KEY UPDATE id = LAST_INSERT_ID(id)`,
          [brandId, dimensionId, name],
        ),
      );
    }
    await tx.execute(
      'DELETE FROM product_tag WHERE product_id = ? AND tag_id IN (SELECT id FROM goods_tag WHERE dimension_id = ?)',
      [productId, dimensionId],
    );
    // Two names may be one tag: the database does not tell upper from lower case.
    const distinct = [...new Set(tagIds)];
    await tx.execute(
      `INSERT INTO product_tag (product_id, tag_id) VALUES ${rowPlaceholders(distinct.length, 2)}`,
      distinct.flatMap((tagId) => [productId, tagId]),
    );
  }
}

async function idOf(tx: Tx, sql: string, params: readonly (string | number)[]): Promise<number> {
  return (await tx.execute(sql, params)).insertId;
}
