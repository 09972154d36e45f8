import { Injectable } from '@nestjs/common';
import { In, Not } from 'typeorm';
import { Audit } from '../../platform/audit/index.js';
import type { AdminActor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal, notFound } from '../../platform/http/index.js';
import { Category } from './category.entity.js';
import type { SkuBody } from './catalogue.dto.js';
import { fromPrices } from './domain/from-prices.js';
import type { ProductStatus } from './domain/product-statuses.js';
import { ProductLookup } from './product-lookup.js';
import { Product } from './product.entity.js';
import { Sku } from './sku.entity.js';

export interface ProductDetails {
  readonly categoryId: number;
  readonly name: string;
  readonly subtitle: string;
  readonly description: string;
  readonly pictures: string[];
  readonly status: ProductStatus;
  readonly position: number;
  readonly skus: readonly SkuBody[];
}

/** Creates a product with its variants, or replaces what is said of one. */
@Injectable()
export class SaveProduct {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly products: ProductLookup,
  ) {}

  async create(tx: Tx, admin: AdminActor, brandId: number, details: ProductDetails): Promise<number> {
    await this.checkCategory(tx, brandId, details.categoryId);
    const { skus, ...fields } = details;
    const { id } = await tx.manager.save(Product, {
      ...fields,
      ...fromPrices(skus),
      brandId,
      createdAt: this.clock.now(),
    });
    await this.saveSkus(tx, id, brandId, skus);
    await this.recordAndDrop(tx, admin, { id, brandId }, 'product.created');
    return id;
  }

  async change(tx: Tx, admin: AdminActor, productId: number, details: ProductDetails): Promise<void> {
    // The lock keeps two editors from mixing their variants.
    const product = await tx.manager.findOne(Product, {
      where: { id: productId, brandId: In([...admin.brandIds]) },
      lock: { mode: 'pessimistic_write' },
    });
    if (!product) {
      throw notFound();
    }
    await this.checkCategory(tx, product.brandId, details.categoryId);
    const { skus, ...fields } = details;
    await tx.manager.update(Product, { id: productId }, { ...fields, ...fromPrices(skus) });
    await this.saveSkus(tx, productId, product.brandId, skus);
    await this.recordAndDrop(tx, admin, product, 'product.changed');
  }

  private async checkCategory(tx: Tx, brandId: number, categoryId: number): Promise<void> {
    if (!(await tx.manager.existsBy(Category, { id: categoryId, brandId }))) {
      throw new Refusal('validation_failed', { fields: [{ field: 'categoryId', message: '没有这个分类' }] });
    }
  }

  private async saveSkus(
    tx: Tx,
    productId: number,
    brandId: number,
    skus: readonly SkuBody[],
  ): Promise<void> {
    const kept: number[] = [];
    for (const [position, { id, ...fields }] of skus.entries()) {
      if (fields.memberPriceFen !== null && fields.memberPriceFen > fields.priceFen) {
        throw new Refusal('validation_failed', {
          fields: [{ field: `skus.${position}.memberPriceFen`, message: '会员价不能高于原价' }],
        });
      }
      if (id === undefined) {
        kept.push(
          (await tx.manager.save(Sku, { ...fields, productId, brandId, position, archivedAt: null })).id,
        );
        continue;
      }
      if (!(await tx.manager.existsBy(Sku, { id, productId }))) {
        throw new Refusal('validation_failed', {
          fields: [{ field: `skus.${position}.id`, message: '没有这个规格' }],
        });
      }
      await tx.manager.update(Sku, { id, productId }, { ...fields, position, archivedAt: null });
      kept.push(id);
    }
    await tx.manager.update(Sku, { productId, id: Not(In(kept)) }, { archivedAt: this.clock.now() });
  }

  private async recordAndDrop(
    tx: Tx,
    admin: AdminActor,
    product: { id: number; brandId: number },
    action: string,
  ): Promise<void> {
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: admin.adminId },
      brandId: product.brandId,
      action,
      subject: { kind: 'product', id: product.id },
    });
    tx.afterCommit(() => this.products.changed());
  }
}
