import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import {
  Database,
  isDuplicateKey,
  placeholders,
  rowPlaceholders,
  type Reader,
  type Tx,
} from '../../../platform/database/index.js';
import { Refusal, notFound } from '../../../platform/http/index.js';
import { ProductLookup } from '../product-lookup.js';
import { IndexSearch } from '../search/index-search.js';

export interface TagRow {
  readonly id: number;
  readonly dimensionId: number;
  readonly name: string;
}

export interface DimensionRow {
  readonly id: number;
  readonly name: string;
  readonly tags: readonly TagRow[];
}

/** The words by which a brand sorts its products, in dimensions: 风格, 季节, 售后特性. */
@Injectable()
export class GoodsTags {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly products: ProductLookup,
    private readonly indexSearch: IndexSearch,
  ) {}

  async ofBrand(reader: Reader, brandId: number): Promise<DimensionRow[]> {
    const dimensions = await reader.query<{ id: number; name: string }>(
      'SELECT id, name FROM tag_dimension WHERE brand_id = ? ORDER BY position, id',
      [brandId],
    );
    const tags = await reader.query<TagRow>(
      'SELECT id, dimension_id AS dimensionId, name FROM goods_tag WHERE brand_id = ? ORDER BY position, id',
      [brandId],
    );
    return dimensions.map((one) => ({
      ...one,
      tags: tags.filter(({ dimensionId }) => dimensionId === one.id),
    }));
  }

  async ofProducts(
    reader: Reader,
    productIds: readonly number[],
  ): Promise<{ productId: number; tagId: number; name: string; dimension: string }[]> {
    if (productIds.length === 0) {
      return [];
    }
    return reader.query(
      `SELECT pt.product_id AS productId, t.id AS tagId, t.name, d.name AS dimension
       FROM product_tag pt JOIN goods_tag t ON t.id = pt.tag_id JOIN tag_dimension d ON d.id = t.dimension_id
       WHERE pt.product_id IN (${placeholders(productIds.length)}) ORDER BY d.position, d.id, t.position, t.id`,
      [...productIds],
    );
  }

  /** Tags of the brand in groups of their dimensions: a product is to have one of each group. */
  async grouped(brandId: number, tagIds: readonly number[]): Promise<number[][]> {
    const rows = await this.database.query<TagRow>(
      `SELECT id, dimension_id AS dimensionId, name FROM goods_tag WHERE brand_id = ? AND id IN (${placeholders(tagIds.length)})`,
      [brandId, ...tagIds],
    );
    const groups = new Map<number, number[]>();
    for (const { id, dimensionId } of rows) {
      groups.set(dimensionId, [...(groups.get(dimensionId) ?? []), id]);
    }
    // A tag that isn't the brand's is on none of its products.
    return rows.length === new Set(tagIds).size ? [...groups.values()] : [[0]];
  }

  async addDimension(tx: Tx, admin: AdminActor, brandId: number, name: string): Promise<number> {
    const id = await named(() =>
      tx.execute('INSERT INTO tag_dimension (brand_id, name, position) VALUES (?, ?, 1000)', [brandId, name]),
    );
    await this.record(tx, admin, brandId, 'goods-tag.dimension-added');
    return id;
  }

  async addTag(tx: Tx, admin: AdminActor, dimensionId: number, name: string): Promise<number> {
    const brandId = await this.brandOf(tx, 'tag_dimension', admin, dimensionId);
    const id = await named(() =>
      tx.execute('INSERT INTO goods_tag (brand_id, dimension_id, name, position) VALUES (?, ?, ?, 1000)', [
        brandId,
        dimensionId,
        name,
      ]),
    );
    await this.record(tx, admin, brandId, 'goods-tag.added');
    return id;
  }

  async renameTag(tx: Tx, admin: AdminActor, tagId: number, name: string): Promise<void> {
    const brandId = await this.brandOf(tx, 'goods_tag', admin, tagId);
    await named(() => tx.execute('UPDATE goods_tag SET name = ? WHERE id = ?', [name, tagId]));
    await this.record(tx, admin, brandId, 'goods-tag.renamed');
    await this.indexSearch.schedule(tx, brandId);
  }

  /** Takes it off every product, too. */
  async removeTag(tx: Tx, admin: AdminActor, tagId: number): Promise<void> {
    const brandId = await this.brandOf(tx, 'goods_tag', admin, tagId);
    await tx.execute('DELETE FROM product_tag WHERE tag_id = ?', [tagId]);
    await tx.execute('DELETE FROM goods_tag WHERE id = ?', [tagId]);
    await this.record(tx, admin, brandId, 'goods-tag.removed');
    await this.indexSearch.schedule(tx, brandId);
  }

  /** With the tags in it, from every product. */
  async removeDimension(tx: Tx, admin: AdminActor, dimensionId: number): Promise<void> {
    const brandId = await this.brandOf(tx, 'tag_dimension', admin, dimensionId);
    await tx.execute(
      'DELETE FROM product_tag WHERE tag_id IN (SELECT id FROM goods_tag WHERE dimension_id = ?)',
      [dimensionId],
    );
    await tx.execute('DELETE FROM goods_tag WHERE dimension_id = ?', [dimensionId]);
    await tx.execute('DELETE FROM tag_dimension WHERE id = ?', [dimensionId]);
    await this.record(tx, admin, brandId, 'goods-tag.dimension-removed');
    await this.indexSearch.schedule(tx, brandId);
  }

  /** Exactly these from now on. @throws Refusal when one is not the brand's */
  async putOn(tx: Tx, brandId: number, productId: number, tagIds: readonly number[]): Promise<void> {
    const wanted = [...new Set(tagIds)];
    if (wanted.length > 0) {
      const known = await tx.query(
        `SELECT id FROM goods_tag WHERE brand_id = ? AND id IN (${placeholders(wanted.length)}) LOCK IN SHARE MODE`,
        [brandId, ...wanted],
      );
      if (known.length !== wanted.length) {
        throw new Refusal('validation_failed', {
          fields: [{ field: 'tagIds', message: '有标签已经不存在' }],
        });
      }
    }
    await tx.execute('DELETE FROM product_tag WHERE product_id = ?', [productId]);
    if (wanted.length > 0) {
      await tx.execute(
        `INSERT INTO product_tag (product_id, tag_id) VALUES ${rowPlaceholders(wanted.length, 2)}`,
        wanted.flatMap((tagId) => [productId, tagId]),
      );
    }
  }

  private async brandOf(
    tx: Tx,
    table: 'tag_dimension' | 'goods_tag',
    { brandIds }: AdminActor,
    id: number,
  ): Promise<number> {
    const row = await tx.one<{ brandId: number }>(
      `SELECT brand_id AS brandId FROM ${table} WHERE id = ? AND brand_id IN (${placeholders(brandIds.length)}) FOR UPDATE`,
      [id, ...brandIds],
    );
    if (!row) {
      throw notFound();
    }
    return row.brandId;
  }

  private async record(tx: Tx, admin: AdminActor, brandId: number, action: string): Promise<void> {
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: admin.adminId },
      brandId,
      action,
      subject: { kind: 'brand', id: brandId },
    });
    tx.afterCommit(() => this.products.changed());
  }
}

/** The row's number. A name that is taken is the form's fault, not ours. */
async function named(write: () => Promise<{ insertId: number }>): Promise<number> {
  try {
    return (await write()).insertId;
  } catch (error) {
    if (isDuplicateKey(error)) {
      throw new Refusal('validation_failed', { fields: [{ field: 'name', message: '已经有同名的了' }] });
    }
    throw error;
  }
}
