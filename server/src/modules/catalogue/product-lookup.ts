import { Injectable } from '@nestjs/common';
import type { ProductKind, ProductSort } from '@regulars/shared';
import { BriefCache } from '../../platform/cache/index.js';
import { Database, JoinedReads, type Reader, placeholders } from '../../platform/database/index.js';
import { Category } from './categories/category.entity.js';
import {
  CatalogueRepository,
  type Goods,
  type ComponentRow,
  type ProductCardRow,
  type ProductRow,
  type ShelfFilter,
  type ShelfPosition,
  type SkuOnSale,
  type SkuRef,
  type SkuRow,
} from './catalogue.repository.js';
import { isFor } from './domain/audience.js';
import { subtreeOf } from './domain/category-tree.js';
import { piecesOf, type Pieces } from './domain/sellable.js';
import { PASSER_BY, type Shopper } from './domain/shopper.js';

export interface ProductWithSkus {
  readonly product: ProductRow;
  readonly skus: readonly SkuRow[];
  readonly components: readonly ComponentRow[];
}

/** One row more than the limit tells that there is a next page. */
export interface Shelf {
  readonly products: readonly ProductCardRow[];
  readonly skus: readonly SkuRef[];
}

export interface ShelfRequest extends Omit<ShelfFilter, 'categoryIds'> {
  /** With everything below it. */
  readonly categoryId?: number;
  readonly sort: ProductSort;
  readonly after?: ShelfPosition;
  readonly limit: number;
}

/** What a SKU is called, whether it is on sale or not. */
export interface SkuName {
  readonly id: number;
  readonly productId: number;
  readonly name: string;
  readonly productName: string;
  readonly kind: ProductKind;
}

interface SkuOfBrand {
  readonly brandId: number;
  readonly skuId: number;
}

/** The shelf as customers see it. */
@Injectable()
export class ProductLookup {
  private readonly categoryLists: BriefCache<number, readonly Category[]>;
  private readonly audiences: BriefCache<number, boolean>;
  private readonly listeners: (() => void)[] = [];
  private readonly onSale = new JoinedReads<SkuOfBrand, SkuOnSale>(
    ({ brandId, skuId }) => `${brandId} ${skuId}`,
    async (reader, wanted) => {
      const brandIds = [...new Set(wanted.map(({ brandId }) => brandId))];
      const found = await Promise.all(
        brandIds.map(async (brandId) => {
          const skuIds = wanted.filter((one) => one.brandId === brandId).map(({ skuId }) => skuId);
          const skus = await this.repository.skusOnSale(reader, brandId, skuIds);
          return skus.map((sku): [string, SkuOnSale] => [`${brandId} ${sku.id}`, sku]);
        }),
      );
      return new Map(found.flat());
    },
  );

  constructor(
    private readonly database: Database,
    private readonly repository: CatalogueRepository,
  ) {
    this.categoryLists = new BriefCache(
      (brandId) =>
        database.manager.find(Category, {
          where: { brandId },
          order: { position: 'ASC', id: 'ASC' },
        }),
      { keysMax: 1_000 },
    );
    this.audiences = new BriefCache((brandId) => repository.hasAudiences(database, brandId), {
      keysMax: 1_000,
    });
  }

  async shelf(request: ShelfRequest, shopper: Shopper): Promise<Shelf> {
    const { categoryId, sort, after, limit, ...filter } = request;
    const categoryIds =
      categoryId === undefined ? undefined : await this.categoryWithBelow(filter.brandId, categoryId);
    const products = await this.repository.shelf(
      this.database,
      { ...filter, categoryIds },
      shopper,
      sort,
      after,
      limit + 1,
    );
    return { products, skus: await this.refsOf(products) };
  }

  async cards(brandId: number, productIds: readonly number[], shopper: Shopper): Promise<Shelf> {
    const products = await this.repository.cardsOf(this.database, brandId, productIds, shopper);
    return { products, skus: await this.refsOf(products) };
  }

  /** Who looks only matters where something is kept for some; so most brands never ask. */
  cares(brandId: number): Promise<boolean> {
    return this.audiences.get(brandId);
  }

  /** Undefined also when it is not on sale. Whoever shows it looks whether it is for the shopper. */
  async find(productId: number): Promise<ProductWithSkus | undefined> {
    const [product, skus] = await Promise.all([
      this.repository.onSale(this.database, productId),
      this.repository.skusOf(this.database, [productId]),
    ]);
    if (!product) {
      return undefined;
    }
    const bundles = product.kind === 'bundle' ? skus.map(({ id }) => id) : [];
    return { product, skus, components: await this.repository.componentsOf(this.database, bundles) };
  }

  /** All of them, the archived too. */
  allCategories(brandId: number): Promise<readonly Category[]> {
    return this.categoryLists.get(brandId);
  }

  async categories(brandId: number): Promise<readonly Category[]> {
    return (await this.categoryLists.get(brandId)).filter(({ archivedAt }) => archivedAt === null);
  }

  /**
   * Read fresh: what a cart is priced with. Without a shopper, what is kept for some is not on sale; who it is is
   * asked only when that matters.
   */
  async skusOnSale(
    reader: Reader,
    brandId: number,
    skuIds: readonly number[],
    shopper?: () => Promise<Shopper>,
  ): Promise<SkuOnSale[]> {
    const skus = await this.onSale.ofAll(
      reader,
      skuIds.map((skuId) => ({ brandId, skuId })),
    );
    if (skus.every(({ audience }) => audience === 'everyone')) {
      return skus;
    }
    const known = (await shopper?.()) ?? PASSER_BY;
    return skus.filter((sku) => isFor(sku, known));
  }

  /** What these took out of stock. */
  async countedIn(
    reader: Reader,
    lines: readonly { readonly skuId: number; readonly quantity: number }[],
  ): Promise<Pieces[]> {
    if (lines.length === 0) {
      return [];
    }
    const skus = await this.repository.sellables(
      reader,
      lines.map(({ skuId }) => skuId),
    );
    const bySku = new Map(skus.map((sku) => [sku.id, sku]));
    return piecesOf(
      lines.flatMap(({ skuId, quantity }) => {
        const sku = bySku.get(skuId);
        return sku ? [{ sku, quantity }] : [];
      }),
    );
  }

  /** Every counted SKU of the brand that is not archived, by id, behind `afterId`. */
  skusOfBrand(
    brandId: number,
    afterId: number,
    limit: number,
  ): Promise<{ id: number; productId: number; name: string; productName: string }[]> {
    return this.repository.skusOfBrand(this.database, brandId, afterId, limit);
  }

  /** Whether all of these are the brand's, archived or not. */
  ofBrand(reader: Reader, brandId: number, goods: Goods): Promise<boolean> {
    return this.repository.ofOneBrand(reader, brandId, goods);
  }

  namesOfSkus(reader: Reader, brandId: number, skuIds: readonly number[]): Promise<SkuName[]> {
    return this.repository.namesOfSkus(reader, brandId, skuIds);
  }

  findSku(skuId: number): Promise<{ id: number; brandId: number; kind: ProductKind } | undefined> {
    return this.repository.findSku(this.database, skuId);
  }

  /** Under which category each of these products stands. */
  async categoriesOf(reader: Reader, productIds: readonly number[]): Promise<Map<number, number>> {
    const ids = [...new Set(productIds)];
    const rows =
      ids.length === 0
        ? []
        : await reader.query<{ id: number; categoryId: number }>(
            `SELECT id, category_id AS categoryId FROM product WHERE id IN (${placeholders(ids.length)})`,
            ids,
          );
    return new Map(rows.map(({ id, categoryId }) => [id, categoryId]));
  }

  /** For whoever remembers answers: they hold no longer. */
  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  changed(): void {
    this.categoryLists.clear();
    this.audiences.clear();
    this.listeners.forEach((listener) => listener());
  }

  private refsOf(products: readonly ProductCardRow[]): Promise<SkuRef[]> {
    return this.repository.skuRefsOf(
      this.database,
      products.map(({ id }) => id),
    );
  }

  private async categoryWithBelow(brandId: number, categoryId: number): Promise<number[]> {
    const below = subtreeOf(await this.categoryLists.get(brandId), categoryId);
    // Another brand's category holds nothing of this one.
    return below.length === 0 ? [categoryId] : below;
  }
}
