import { Injectable } from '@nestjs/common';
import { BriefCache } from '../platform/cache/index.js';
import { Database } from '../platform/database/index.js';
import { decodeCursor, notFound, toPage } from '../platform/http/index.js';
import { fromPublicId } from '../platform/ids/index.js';
import {
  GoodsTags,
  PASSER_BY,
  ProductLookup,
  RelatedProducts,
  SuggestProducts,
  isFor,
  toCategoryView,
  toDimensionView,
  toProductCardView,
  toProductView,
  wordsOf,
  type CategoryListView,
  type ProductCardPage,
  type ProductCardRow,
  type ProductView,
  type RelatedProductsView,
  type ShelfQuery,
  type ShelfRequest,
  type Shopper,
  type SkuRef,
  type SuggestionsView,
  type TagDimensionListView,
} from '../modules/catalogue/index.js';
import { StockLookup } from '../modules/inventory/index.js';
import { Shoppers } from '../modules/loyalty/index.js';

interface WantedProduct {
  readonly id: number;
  readonly storeId?: number;
}

interface WantedPage {
  readonly request: Omit<ShelfRequest, 'stocked'> & { readonly inStock: boolean };
  readonly shopper: Shopper;
}

interface Detail {
  readonly view: ProductView;
  readonly brandId: number;
  readonly audience: ProductCardRow['audience'];
  readonly tierLevels: readonly number[];
}

const RELATED_MAX = 6;

/**
 * The shelf with what is left of it: catalogue and inventory read together. Whole answers may be a second old;
 * a change of the catalogue drops them, and an order counts the pieces again.
 */
@Injectable()
export class Storefront {
  private readonly pages = new BriefCache<string, ProductCardPage>((key) => this.readPage(key), {
    keysMax: 2_000,
  });
  private readonly details = new BriefCache<string, Detail | undefined>((key) => this.readDetail(key), {
    keysMax: 10_000,
  });
  private readonly tagLists = new BriefCache<number, TagDimensionListView>(
    (brandId) => this.readTags(brandId),
    {
      keysMax: 1_000,
    },
  );

  constructor(
    private readonly database: Database,
    private readonly products: ProductLookup,
    private readonly goodsTags: GoodsTags,
    private readonly suggest: SuggestProducts,
    private readonly relatedProducts: RelatedProducts,
    private readonly stock: StockLookup,
    private readonly shoppers: Shoppers,
  ) {
    products.onChange(() => {
      this.pages.clear();
      this.details.clear();
      this.tagLists.clear();
    });
  }

  async categories(brandId: number): Promise<CategoryListView> {
    return { items: (await this.products.categories(brandId)).map(toCategoryView) };
  }

  tags(brandId: number): Promise<TagDimensionListView> {
    return this.tagLists.get(brandId);
  }

  async suggestions(brandId: number, typed: string): Promise<SuggestionsView> {
    return { items: await this.suggest.for(brandId, typed) };
  }

  async page(
    memberId: number | null,
    { q, tags, inStock, after, ...query }: ShelfQuery,
  ): Promise<ProductCardPage> {
    const [key, id] = after === undefined ? [] : decodeCursor(after, ['number', 'number']);
    const tagIds = tags?.split(',').map((text) => fromPublicId('goods-tag', text) ?? 0);
    const wanted: WantedPage = {
      request: {
        ...query,
        inStock: inStock === 'true',
        words: q === undefined ? undefined : wordsOf(q),
        tagIds: tagIds && (await this.goodsTags.grouped(query.brandId, tagIds)),
        after: key === undefined || id === undefined ? undefined : { key, id },
      },
      shopper: await this.shopper(memberId, query.brandId),
    };
    return this.pages.get(JSON.stringify(wanted));
  }

  async detail(memberId: number | null, wanted: WantedProduct): Promise<ProductView> {
    const detail = await this.details.get(JSON.stringify(wanted));
    if (!detail || !(await this.mayShow(memberId, detail))) {
      throw notFound();
    }
    return detail.view;
  }

  async related(memberId: number | null, id: number): Promise<RelatedProductsView> {
    const { brandId } = (await this.products.find(id))?.product ?? { brandId: undefined };
    if (brandId === undefined) {
      throw notFound();
    }
    const wanted = await this.relatedProducts.of(id);
    const shopper = await this.shopper(memberId, brandId);
    const ids = wanted.map(({ productId }) => productId);
    const { products, skus } = await this.products.cards(brandId, ids, shopper);
    const soldOut = await this.soldOut(products, skus);
    const cards = new Map(products.map((row) => [row.id, toProductCardView(row, soldOut(row.id))]));
    const items = wanted.flatMap(({ productId, because }) => {
      const card = cards.get(productId);
      return card && !card.soldOut ? [{ ...card, because }] : [];
    });
    return { items: items.slice(0, RELATED_MAX) };
  }

  /** Nobody is looked up where nothing is kept for some. */
  private async shopper(memberId: number | null, brandId: number): Promise<Shopper> {
    return memberId !== null && (await this.products.cares(brandId))
      ? this.shoppers.of(this.database, memberId, brandId)
      : PASSER_BY;
  }

  private async mayShow(memberId: number | null, detail: Detail): Promise<boolean> {
    return (
      detail.audience === 'everyone' ||
      isFor(detail, await this.shoppers.of(this.database, memberId, detail.brandId))
    );
  }

  private async readPage(cacheKey: string): Promise<ProductCardPage> {
    const { request, shopper } = JSON.parse(cacheKey) as WantedPage;
    const { inStock, ...shelf } = request;
    const { products, skus } = await this.products.shelf(
      { ...shelf, stocked: inStock ? this.stock.condition() : undefined },
      shopper,
    );
    const soldOut = await this.soldOut(products, skus);
    return toPage(
      products,
      request.limit,
      (row) => [sortKeyOf(row, request.sort), row.id],
      (row) => toProductCardView(row, soldOut(row.id)),
    );
  }

  private async readDetail(cacheKey: string): Promise<Detail | undefined> {
    const { id, storeId } = JSON.parse(cacheKey) as WantedProduct;
    const found = await this.products.find(id);
    if (!found) {
      return undefined;
    }
    const { kind, brandId, audience, tierLevels } = found.product;
    const available = await this.stock.ofSellable(
      this.database,
      found.skus.map((sku) => ({ ...sku, kind })),
      storeId,
    );
    return {
      view: toProductView(found, (skuId) => available.get(skuId) ?? 0),
      brandId,
      audience,
      tierLevels,
    };
  }

  private async readTags(brandId: number): Promise<TagDimensionListView> {
    return { items: (await this.goodsTags.ofBrand(this.database, brandId)).map(toDimensionView) };
  }

  /** Whether nothing of a product can be had anywhere. */
  private async soldOut(
    products: readonly ProductCardRow[],
    skus: readonly SkuRef[],
  ): Promise<(productId: number) => boolean> {
    const kinds = new Map(products.map(({ id, kind }) => [id, kind]));
    const sellable = skus.map((sku) => ({ ...sku, kind: kinds.get(sku.productId) ?? 'goods' }));
    const available = await this.stock.ofSellable(this.database, sellable);
    const inStock = new Set(
      sellable.filter(({ id }) => (available.get(id) ?? 0) > 0).map(({ productId }) => productId),
    );
    return (productId) => !inStock.has(productId);
  }
}

function sortKeyOf(row: ProductCardRow, sort: ShelfQuery['sort']): number {
  switch (sort) {
    case 'recommended':
      return row.position;
    case 'newest':
      return row.listedAt?.getTime() ?? 0;
    case 'sales':
      return row.sold;
    case 'price_up':
    case 'price_down':
      return row.fromPriceFen;
  }
}
