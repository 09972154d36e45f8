import { Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { MaybeVisitor, MemberApi, Public, type VisitorActor } from '../platform/auth/index.js';
import { IdParam } from '../platform/http/index.js';
import {
  BrandQuery,
  CategoryListView,
  ProductCardPage,
  ProductView,
  RelatedProductsView,
  ShelfQuery,
  StockedAtQuery,
  SuggestionsQuery,
  SuggestionsView,
  TagDimensionListView,
} from '../modules/catalogue/index.js';
import { Storefront } from './storefront.js';

const BROWSING = 'customers browse before they sign in';

@MemberApi('')
export class StorefrontController {
  constructor(private readonly storefront: Storefront) {}

  @Get('categories')
  @Public(BROWSING)
  @ApiOkResponse({ type: CategoryListView })
  categories(@Query() { brandId }: BrandQuery): Promise<CategoryListView> {
    return this.storefront.categories(brandId);
  }

  @Get('goods-tags')
  @Public(BROWSING)
  @ApiOkResponse({ type: TagDimensionListView })
  tags(@Query() { brandId }: BrandQuery): Promise<TagDimensionListView> {
    return this.storefront.tags(brandId);
  }

  @Get('products')
  @Public(BROWSING, { visitor: true })
  @ApiOkResponse({ type: ProductCardPage })
  list(
    @MaybeVisitor() visitor: VisitorActor | undefined,
    @Query() query: ShelfQuery,
  ): Promise<ProductCardPage> {
    return this.storefront.page(visitor?.memberId ?? null, query);
  }

  @Get('products/suggestions')
  @Public(BROWSING)
  @ApiOkResponse({ type: SuggestionsView })
  suggestions(@Query() { brandId, q }: SuggestionsQuery): Promise<SuggestionsView> {
    return this.storefront.suggestions(brandId, q ?? '');
  }

  @Get('products/:id')
  @Public(BROWSING, { visitor: true })
  @ApiOkResponse({ type: ProductView })
  show(
    @MaybeVisitor() visitor: VisitorActor | undefined,
    @IdParam('id', 'product') id: number,
    @Query() { storeId }: StockedAtQuery,
  ): Promise<ProductView> {
    return this.storefront.detail(visitor?.memberId ?? null, { id, storeId });
  }

  @Get('products/:id/related')
  @Public(BROWSING, { visitor: true })
  @ApiOkResponse({ type: RelatedProductsView })
  related(
    @MaybeVisitor() visitor: VisitorActor | undefined,
    @IdParam('id', 'product') id: number,
  ): Promise<RelatedProductsView> {
    return this.storefront.related(visitor?.memberId ?? null, id);
  }
}
