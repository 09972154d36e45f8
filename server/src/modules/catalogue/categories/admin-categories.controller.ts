import { Body, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { IdParam } from '../../../platform/http/index.js';
import { requireBrand } from '../../org/index.js';
import { BrandQuery, CategoryBody, CategoryOrderBody, NewCategoryBody } from '../catalogue.dto.js';
import { AdminCategoryListView, AdminCategoryView, toAdminCategoryView } from '../catalogue.view.js';
import { ProductLookup } from '../product-lookup.js';
import { AddCategory } from './add-category.js';
import { ChangeCategory } from './change-category.js';
import { OrderCategories } from './order-categories.js';

@AdminApi('categories')
export class AdminCategoriesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly products: ProductLookup,
    private readonly addCategory: AddCategory,
    private readonly changeCategory: ChangeCategory,
    private readonly orderCategories: OrderCategories,
  ) {}

  @Get()
  @ForAdmin('catalogue.see')
  @ApiOkResponse({ type: AdminCategoryListView })
  async list(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId }: BrandQuery,
  ): Promise<AdminCategoryListView> {
    requireBrand(admin, brandId);
    return { items: (await this.products.allCategories(brandId)).map(toAdminCategoryView) };
  }

  @Post()
  @ForAdmin('catalogue.edit')
  @ApiCreatedResponse({ type: AdminCategoryView })
  async create(@CurrentAdmin() admin: AdminActor, @Body() body: NewCategoryBody): Promise<AdminCategoryView> {
    requireBrand(admin, body.brandId);
    return toAdminCategoryView(await this.unitOfWork.run((tx) => this.addCategory.execute(tx, admin, body)));
  }

  @Put('order')
  @HttpCode(204)
  @ForAdmin('catalogue.edit')
  @ApiNoContentResponse()
  async order(@CurrentAdmin() admin: AdminActor, @Body() body: CategoryOrderBody): Promise<void> {
    requireBrand(admin, body.brandId);
    await this.unitOfWork.run((tx) => this.orderCategories.execute(tx, admin, body));
  }

  @Patch(':id')
  @ForAdmin('catalogue.edit')
  @ApiOkResponse({ type: AdminCategoryView })
  async change(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'category') id: number,
    @Body() body: CategoryBody,
  ): Promise<AdminCategoryView> {
    return toAdminCategoryView(
      await this.unitOfWork.run((tx) => this.changeCategory.execute(tx, admin, id, body)),
    );
  }
}
