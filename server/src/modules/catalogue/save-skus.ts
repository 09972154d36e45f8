import { Injectable } from '@nestjs/common';
import type { ProductKind } from '@regulars/shared';
import { In, Not } from 'typeorm';
import { Clock } from '../../platform/clock/index.js';
import { placeholders, rowPlaceholders, type Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/http/index.js';
import type { Pieces } from './domain/sellable.js';
import { skuName } from './domain/spec-matrix.js';
import { Sku } from './sku.entity.js';

export interface SkuDetails {
  readonly id?: number;
  readonly name: string;
  readonly spec: string[];
  readonly priceFen: number;
  readonly memberPriceFen: number | null;
  readonly weightG: number;
  readonly components: readonly Pieces[];
}

interface OfProduct {
  readonly productId: number;
  readonly brandId: number;
  readonly kind: ProductKind;
}

/** All variants of a product; those left out are archived. */
@Injectable()
export class SaveSkus {
  constructor(private readonly clock: Clock) {}

  async execute(tx: Tx, product: OfProduct, skus: readonly SkuDetails[]): Promise<void> {
    const kept: number[] = [];
    for (const [position, sku] of skus.entries()) {
      const id = await this.save(tx, product, sku, position);
      await this.saveComponents(tx, product, { id, components: sku.components }, position);
      kept.push(id);
    }
    await tx.manager.update(
      Sku,
      { productId: product.productId, id: Not(In(kept)) },
      { archivedAt: this.clock.now() },
    );
  }

  private async save(
    tx: Tx,
    { productId, brandId }: OfProduct,
    { id, components: _components, ...fields }: SkuDetails,
    position: number,
  ): Promise<number> {
    if (fields.memberPriceFen !== null && fields.memberPriceFen > fields.priceFen) {
      throw refused(`skus.${position}.memberPriceFen`, '会员价不能高于原价');
    }
    const columns = { ...fields, name: skuName(fields.name, fields.spec), position, archivedAt: null };
    if ([...columns.name].length > NAME_LENGTH_MAX) {
      throw refused(`skus.${position}.spec`, `规格连在一起最多 ${NAME_LENGTH_MAX} 个字`);
    }
    if (id === undefined) {
      return (await tx.manager.save(Sku, { ...columns, productId, brandId })).id;
    }
    if (!(await tx.manager.existsBy(Sku, { id, productId }))) {
      throw refused(`skus.${position}.id`, '没有这个规格');
    }
    await tx.manager.update(Sku, { id, productId }, columns);
    return id;
  }

  private async saveComponents(
    tx: Tx,
    { brandId, kind }: OfProduct,
    { id, components }: { id: number; components: readonly Pieces[] },
    position: number,
  ): Promise<void> {
    const field = `skus.${position}.components`;
    if ((kind === 'bundle') !== components.length > 0) {
      throw refused(field, '套装要选它包含的商品，其他商品不要选');
    }
    await tx.execute('DELETE FROM bundle_component WHERE bundle_sku_id = ?', [id]);
    if (components.length === 0) {
      return;
    }
    const wanted = components.map(({ skuId }) => skuId);
    const known = await tx.query<{ id: number; kind: ProductKind }>(
      `SELECT s.id, p.kind FROM sku s JOIN product p ON p.id = s.product_id
       WHERE s.brand_id = ? AND s.id IN (${placeholders(wanted.length)}) AND s.archived_at IS NULL
         AND p.kind IN ('goods', 'service')`,
      [brandId, ...wanted],
    );
    if (known.length !== wanted.length) {
      throw refused(field, '套装里只能放本品牌的实物商品和服务，每种写一行');
    }
    const counted = new Set(known.filter((one) => one.kind === 'goods').map((one) => one.id));
    await tx.execute(
      `INSERT INTO bundle_component (bundle_sku_id, sku_id, quantity, counted) VALUES ${rowPlaceholders(components.length, 4)}`,
      components.flatMap(({ skuId, quantity }) => [id, skuId, quantity, counted.has(skuId)]),
    );
  }
}

const NAME_LENGTH_MAX = 40;

function refused(field: string, message: string): Refusal {
  return new Refusal('validation_failed', { fields: [{ field, message }] });
}
