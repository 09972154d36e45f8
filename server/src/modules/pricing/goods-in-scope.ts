import { Injectable } from '@nestjs/common';
import type { Reader } from '../../platform/database/index.js';
import { notFound } from '../../platform/http/index.js';
import { ProductLookup } from '../catalogue/index.js';
import { StoreLookup } from '../org/index.js';
import type { Scope } from './domain/scope.js';

/** A rule of one brand is about goods and stores of this brand. */
@Injectable()
export class GoodsInScope {
  constructor(
    private readonly products: ProductLookup,
    private readonly stores: StoreLookup,
  ) {}

  /** @throws Refusal `not_found` */
  async check(
    reader: Reader,
    brandId: number,
    { productIds, categoryIds }: Scope,
    storeIds: readonly number[] = [],
  ): Promise<void> {
    const goods = await this.products.ofBrand(reader, brandId, { productIds, categoryIds, skuIds: [] });
    await Promise.all(storeIds.map((storeId) => this.stores.getOf(brandId, storeId)));
    if (!goods) {
      throw notFound();
    }
  }

  /** @throws Refusal `not_found` */
  async checkSkus(reader: Reader, brandId: number, skuIds: readonly number[]): Promise<void> {
    if (!(await this.products.ofBrand(reader, brandId, { productIds: [], categoryIds: [], skuIds }))) {
      throw notFound();
    }
  }
}
