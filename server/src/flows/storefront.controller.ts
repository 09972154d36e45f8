import { Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { MemberApi, Public } from '../platform/auth/index.js';
import { BriefCache } from '../platform/cache/index.js';
import { Database } from '../platform/database/index.js';
import { IdParam, decodeCursor, notFound, toPage } from '../platform/http/index.js';
import {
  BrandQuery,
  CategoryListView,
  ProductCardPage,
  ProductLookup,
  ProductView,
  ShelfQuery,
  StockedAtQuery,
  toCategoryView,
  toProductCardView,
  toProductView,
  type ShelfRequest,
} from '../modules/catalogue/index.js';
import { StockLookup } from '../modules/inventory/index.js';

interface WantedProduct {
  readonly id: number;
  readonly storeId?: number;
}

/**
 * The shelf with what is left of it: catalogue and inventory read together. Whole answers may be a second old;
 * a change of the catalogue drops them, and an order counts the pieces again.
 */
@MemberApi('')
export class StorefrontController {
  private readonly pages = new BriefCache<string, ProductCardPage>((key) => this.readPage(key), {
    keysMax: 2_000,
  });
  private readonly details = new BriefCache<string, ProductView | undefined>((key) => this.readDetail(key), {
    keysMax: 10_000,
  });

  constructor(
    private readonly database: Database,
    private readonly products: ProductLookup,
    private readonly stock: StockLookup,
  ) {
    products.onChange(() => {
      this.pages.clear();
      this.details.clear();
    });
  }

  @Get('categories')
  @Public('customers browse before they sign in')
  @ApiOkResponse({ type: CategoryListView })
  async categories(@Query() { brandId }: BrandQuery): Promise<CategoryListView> {
    return { items: (await this.products.categories(brandId)).map(toCategoryView) };
  }

  @Get('products')
  @Public('customers browse before they sign in')
  @ApiOkResponse({ type: ProductCardPage })
  list(@Query() { brandId, categoryId, after, limit }: ShelfQuery): Promise<ProductCardPage> {
    const [position, id] = after === undefined ? [] : decodeCursor(after, ['number', 'number']);
    const behind = position === undefined || id === undefined ? undefined : { position, id };
    return this.pages.get(
      JSON.stringify({ brandId, categoryId, after: behind, limit } satisfies ShelfRequest),
    );
  }

  @Get('products/:id')
  @Public('customers browse before they sign in')
  @ApiOkResponse({ type: ProductView })
  async show(
    @IdParam('id', 'product') id: number,
    @Query() { storeId }: StockedAtQuery,
  ): Promise<ProductView> {
    const detail = await this.details.get(JSON.stringify({ id, storeId } satisfies WantedProduct));
    if (!detail) {
      throw notFound();
    }
    return detail;
  }

  private async readPage(key: string): Promise<ProductCardPage> {
    const request = JSON.parse(key) as ShelfRequest;
    const { products, skus } = await this.products.shelf(request);
    const left = await this.stock.available(
      this.database,
      skus.map(({ id }) => id),
    );
    const inStock = new Set(
      skus.filter(({ id }) => (left.get(id) ?? 0) > 0).map(({ productId }) => productId),
    );
    return toPage(
      products,
      request.limit,
      ({ position, id }) => [position, id],
      (product) => toProductCardView(product, !inStock.has(product.id)),
    );
  }

  private async readDetail(key: string): Promise<ProductView | undefined> {
    const { id, storeId } = JSON.parse(key) as WantedProduct;
    const found = await this.products.find(id);
    if (!found) {
      return undefined;
    }
    const { product, skus } = found;
    const left = await this.stock.available(
      this.database,
      skus.map((sku) => sku.id),
      storeId,
    );
    return toProductView(product, skus, (skuId) => left.get(skuId) ?? 0);
  }
}
