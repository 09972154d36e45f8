import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { BriefCache } from '../../platform/cache/index.js';
import { Database, type Reader } from '../../platform/database/index.js';
import { Category } from './category.entity.js';
import {
  CatalogueRepository,
  type ProductCardRow,
  type ProductRow,
  type ShelfPosition,
  type SkuOnSale,
  type SkuRef,
  type SkuRow,
} from './catalogue.repository.js';

export interface ProductWithSkus {
  readonly product: ProductRow;
  readonly skus: readonly SkuRow[];
}

/** One row more than the limit tells that there is a next page. */
export interface Shelf {
  readonly products: readonly ProductCardRow[];
  readonly skus: readonly SkuRef[];
}

export interface ShelfRequest {
  readonly brandId: number;
  readonly categoryId?: number;
  readonly after?: ShelfPosition;
  readonly limit: number;
}

/** The shelf as customers see it. */
@Injectable()
export class ProductLookup {
  private readonly categoryLists: BriefCache<number, readonly Category[]>;
  private readonly listeners: (() => void)[] = [];

  constructor(
    private readonly database: Database,
    private readonly repository: CatalogueRepository,
  ) {
    this.categoryLists = new BriefCache(
      (brandId) =>
        database.manager.find(Category, {
          where: { brandId, archivedAt: IsNull() },
          order: { position: 'ASC', id: 'ASC' },
        }),
      { keysMax: 1_000 },
    );
  }

  async shelf({ brandId, categoryId, after, limit }: ShelfRequest): Promise<Shelf> {
    const products = await this.repository.shelf(this.database, { brandId, categoryId }, after, limit + 1);
    const skus = await this.repository.skuRefsOf(
      this.database,
      products.map(({ id }) => id),
    );
    return { products, skus };
  }

  /** Undefined also when it is not on sale. */
  async find(productId: number): Promise<ProductWithSkus | undefined> {
    const [product, skus] = await Promise.all([
      this.repository.onSale(this.database, productId),
      this.repository.skusOf(this.database, [productId]),
    ]);
    return product && { product, skus };
  }

  categories(brandId: number): Promise<readonly Category[]> {
    return this.categoryLists.get(brandId);
  }

  /** Read fresh: what a cart is priced with. */
  skusOnSale(reader: Reader, brandId: number, skuIds: readonly number[]): Promise<SkuOnSale[]> {
    return this.repository.skusOnSale(reader, brandId, skuIds);
  }

  /** Every SKU of the brand that is not archived, by id, behind `afterId`. */
  skusOfBrand(
    brandId: number,
    afterId: number,
    limit: number,
  ): Promise<(SkuRow & { productName: string })[]> {
    return this.repository.skusOfBrand(this.database, brandId, afterId, limit);
  }

  findSku(skuId: number): Promise<{ id: number; brandId: number } | undefined> {
    return this.repository.findSku(this.database, skuId);
  }

  /** For whoever remembers answers: they hold no longer. */
  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  changed(): void {
    this.categoryLists.clear();
    this.listeners.forEach((listener) => listener());
  }
}
