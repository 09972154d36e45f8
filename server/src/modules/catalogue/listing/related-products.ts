import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/index.js';

export interface RelatedProduct {
  readonly productId: number;
  readonly because: string;
}

interface Candidate {
  readonly productId: number;
  readonly weight: number;
  readonly tag: string | null;
}

const CANDIDATES_MAX = 12;
const TIMES_MIN = 2;

/** What else to look at, and why: what was bought together first, then what carries the same tags. */
@Injectable()
export class RelatedProducts {
  constructor(private readonly database: Database) {}

  async of(productId: number): Promise<RelatedProduct[]> {
    const [together, alike] = await Promise.all([
      this.database.query<Candidate>(
        `SELECT other_id AS productId, times AS weight, NULL AS tag FROM product_pair
         WHERE product_id = ? AND times >= ${TIMES_MIN} ORDER BY times DESC, other_id LIMIT ${CANDIDATES_MAX}`,
        [productId],
      ),
      this.database.query<Candidate>(
        `SELECT other.product_id AS productId, COUNT(*) AS weight, MIN(t.name) AS tag
         FROM product_tag own JOIN product_tag other ON other.tag_id = own.tag_id AND other.product_id <> own.product_id
         JOIN goods_tag t ON t.id = own.tag_id
         WHERE own.product_id = ? GROUP BY other.product_id ORDER BY weight DESC, other.product_id LIMIT ${CANDIDATES_MAX}`,
        [productId],
      ),
    ]);
    const found = new Map<number, string>();
    for (const { productId: id, tag, weight } of [...together, ...alike]) {
      if (!found.has(id)) {
        found.set(id, tag === null ? `和它一起买过 ${weight} 次` : `同样是「${tag}」`);
      }
    }
    return [...found].map(([id, because]) => ({ productId: id, because }));
  }
}
