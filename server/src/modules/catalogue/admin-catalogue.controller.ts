import { Body, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../platform/database/index.js';
import { IdParam, decodeCursor, notFound, toPage } from '../../platform/http/index.js';
import { requireBrand } from '../org/index.js';
import { AddCategory } from './add-category.js';
import {
  AdminProductsQuery,
  BrandQuery,
  NewCategoryBody,
  NewProductBody,
  ProductBody,
} from './catalogue.dto.js';
import { CatalogueRepository } from './catalogue.repository.js';
import {
  AdminProductPage,
  AdminProductView,
  CategoryListView,
  CategoryView,
  toAdminProductView,
  toCategoryView,
} from './catalogue.view.js';
import { ProductLookup } from './product-lookup.js';
import { SaveProduct } from './save-product.js';

@AdminApi('')
export class AdminCatalogueController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: CatalogueRepository,
    private readonly products: ProductLookup,
    private readonly addCategory: AddCategory,
    private readonly saveProduct: SaveProduct,
  ) {}

  @Get('categories')
  @ForAdmin('catalogue.see')
  @ApiOkResponse({ type: CategoryListView })
  async categories(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId }: BrandQuery,
  ): Promise<CategoryListView> {
    requireBrand(admin, brandId);
    return { items: (await this.products.categories(brandId)).map(toCategoryView) };
  }

  @Post('categories')
  @ForAdmin('catalogue.edit')
  @ApiCreatedResponse({ type: CategoryView })
  async createCategory(
    @CurrentAdmin() admin: AdminActor,
    @Body() { brandId, name }: NewCategoryBody,
  ): Promise<CategoryView> {
    requireBrand(admin, brandId);
    return toCategoryView(
      await this.unitOfWork.run((tx) => this.addCategory.execute(tx, admin, brandId, name)),
    );
  }

  @Get('products')
  @ForAdmin('catalogue.see')
  @ApiOkResponse({ type: AdminProductPage })
  async list(
    @CurrentAdmin() admin: AdminActor,
    @Query() query: AdminProductsQuery,
  ): Promise<AdminProductPage> {
    const { brandId, status, after, limit } = query;
    requireBrand(admin, brandId);
    const [beforeId] = after === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(after, ['number']);
    const rows = await this.repository.ofBrand(this.database, { brandId, status, beforeId }, limit + 1);
    const skus = await this.repository.skusOf(
      this.database,
      rows.map(({ id }) => id),
    );
    return toPage(
      rows,
      limit,
      ({ id }) => [id],
      (row) =>
        toAdminProductView(
          row,
          skus.filter(({ productId }) => productId === row.id),
        ),
    );
  }

  @Get('products/:id')
  @ForAdmin('catalogue.see')
  @ApiOkResponse({ type: AdminProductView })
  async show(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'product') id: number,
  ): Promise<AdminProductView> {
    const product = await this.repository.find(this.database, id, admin.brandIds);
    if (!product) {
      throw notFound();
    }
    return toAdminProductView(product, await this.repository.skusOf(this.database, [id]));
  }

  @Post('products')
  @ForAdmin('catalogue.edit')
  @ApiCreatedResponse({ type: AdminProductView })
  async create(
    @CurrentAdmin() admin: AdminActor,
    @Body() { brandId, ...details }: NewProductBody,
  ): Promise<AdminProductView> {
    requireBrand(admin, brandId);
    const id = await this.unitOfWork.run((tx) => this.saveProduct.create(tx, admin, brandId, details));
    return this.show(admin, id);
  }

  @Patch('products/:id')
  @ForAdmin('catalogue.edit')
  @ApiOkResponse({ type: AdminProductView })
  async change(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'product') id: number,
    @Body() details: ProductBody,
  ): Promise<AdminProductView> {
    await this.unitOfWork.run((tx) => this.saveProduct.change(tx, admin, id, details));
    return this.show(admin, id);
  }
}
