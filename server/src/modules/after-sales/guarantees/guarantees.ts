import { Injectable } from '@nestjs/common';
import type { GuaranteeKind } from '@regulars/shared';
import { Clock } from '../../../platform/clock/index.js';
import {
  placeholders,
  rowPlaceholders,
  type Reader,
  type SqlValue,
  type Tx,
} from '../../../platform/database/index.js';
import { Refusal, notFound } from '../../../platform/http/index.js';
import { ProductLookup } from '../../catalogue/index.js';

export interface GuaranteeRow {
  readonly id: number;
  readonly brandId: number;
  readonly kind: GuaranteeKind;
  readonly title: string;
  readonly text: string;
  readonly hours: number;
  readonly active: boolean;
  /** None: all products of the brand. */
  readonly productIds: readonly number[];
}

export type GuaranteeContent = Omit<GuaranteeRow, 'id' | 'brandId'>;

const PER_BRAND_MAX = 20;

const COLUMNS = 'id, brand_id AS brandId, kind, title, text, hours, active';

/** What a brand guarantees. What was promised with an order stays as it was. */
@Injectable()
export class Guarantees {
  constructor(
    private readonly products: ProductLookup,
    private readonly clock: Clock,
  ) {}

  async ofBrand(
    reader: Reader,
    brandId: number,
    { activeOnly }: { activeOnly: boolean },
  ): Promise<GuaranteeRow[]> {
    return this.withProducts(
      reader,
      await reader.query(
        `SELECT ${COLUMNS} FROM guarantee WHERE brand_id = ?${activeOnly ? ' AND active = 1' : ''} ORDER BY active DESC, id`,
        [brandId],
      ),
    );
  }

  /** @throws Refusal `not_found`, also when it is another brand's */
  async ofBrands(reader: Reader, brandIds: readonly number[], id: number): Promise<GuaranteeRow> {
    const rows = await reader.query<RawRow>(
      `SELECT ${COLUMNS} FROM guarantee WHERE id = ? AND brand_id IN (${placeholders(brandIds.length)})`,
      [id, ...brandIds],
    );
    const [found] = await this.withProducts(reader, rows);
    if (!found) {
      throw notFound();
    }
    return found;
  }

  async add(tx: Tx, brandId: number, content: GuaranteeContent): Promise<number> {
    const count = await tx.one<{ n: number }>('SELECT COUNT(*) AS n FROM guarantee WHERE brand_id = ?', [
      brandId,
    ]);
    if ((count?.n ?? 0) >= PER_BRAND_MAX) {
      throw new Refusal('guarantee_limit_reached');
    }
    await this.mustSell(brandId, content.productIds);
    const { insertId } = await tx.execute(
      'INSERT INTO guarantee (brand_id, kind, title, text, hours, active, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      [
        brandId,
        content.kind,
        content.title,
        content.text,
        content.hours,
        content.active ? 1 : 0,
        this.clock.now(),
      ],
    );
    await this.setProducts(tx, insertId, content.productIds);
    return insertId;
  }

  async change(tx: Tx, guarantee: GuaranteeRow, content: GuaranteeContent): Promise<void> {
    await this.mustSell(guarantee.brandId, content.productIds);
    await tx.execute(
      'UPDATE guarantee SET kind = ?, title = ?, text = ?, hours = ?, active = ? WHERE id = ?',
      [content.kind, content.title, content.text, content.hours, content.active ? 1 : 0, guarantee.id],
    );
    await tx.execute('DELETE FROM guarantee_product WHERE guarantee_id = ?', [guarantee.id]);
    await this.setProducts(tx, guarantee.id, content.productIds);
  }

  private async setProducts(tx: Tx, id: number, productIds: readonly number[]): Promise<void> {
    const unique = [...new Set(productIds)];
    if (unique.length > 0) {
      await tx.execute(
        `INSERT INTO guarantee_product (guarantee_id, product_id) VALUES ${rowPlaceholders(unique.length, 2)}`,
        unique.flatMap((productId): SqlValue[] => [id, productId]),
      );
    }
  }

  private async mustSell(brandId: number, productIds: readonly number[]): Promise<void> {
    const unique = new Set(productIds);
    for (const productId of unique) {
      if ((await this.products.find(productId))?.product.brandId !== brandId) {
        throw notFound();
      }
    }
  }

  private async withProducts(reader: Reader, rows: readonly RawRow[]): Promise<GuaranteeRow[]> {
    if (rows.length === 0) {
      return [];
    }
    const scopes = await reader.query<{ guaranteeId: number; productId: number }>(
      `SELECT guarantee_id AS guaranteeId, product_id AS productId FROM guarantee_product
        WHERE guarantee_id IN (${placeholders(rows.length)}) ORDER BY product_id`,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => ({
      ...row,
      active: row.active === 1,
      productIds: scopes
        .filter(({ guaranteeId }) => guaranteeId === row.id)
        .map(({ productId }) => productId),
    }));
  }
}

type RawRow = Omit<GuaranteeRow, 'active' | 'productIds'> & { active: number };
