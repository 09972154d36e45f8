import { Body, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../platform/auth/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { IdParam } from '../../platform/http/index.js';
import { requireBrand } from '../org/index.js';
import { AdminProducts } from './admin-products.js';
import { AdminProductsQuery, NewProductBody, ProductBody } from './catalogue.dto.js';
import { AdminProductPage, AdminProductView } from './catalogue.view.js';
import { SaveProduct, type ProductDetails } from './save-product.js';

@AdminApi('products')
export class AdminCatalogueController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly products: AdminProducts,
    private readonly saveProduct: SaveProduct,
  ) {}

  @Get()
  @ForAdmin('catalogue.see')
  @ApiOkResponse({ type: AdminProductPage })
  list(@CurrentAdmin() admin: AdminActor, @Query() query: AdminProductsQuery): Promise<AdminProductPage> {
    requireBrand(admin, query.brandId);
    return this.products.page(query);
  }

  @Get(':id')
  @ForAdmin('catalogue.see')
  @ApiOkResponse({ type: AdminProductView })
  show(@CurrentAdmin() admin: AdminActor, @IdParam('id', 'product') id: number): Promise<AdminProductView> {
    return this.products.view(admin.brandIds, id);
  }

  @Post()
  @ForAdmin('catalogue.edit')
  @ApiCreatedResponse({ type: AdminProductView })
  async create(
    @CurrentAdmin() admin: AdminActor,
    @Body() { brandId, ...body }: NewProductBody,
  ): Promise<AdminProductView> {
    requireBrand(admin, brandId);
    const details = detailsOf(body);
    const id = await this.unitOfWork.run((tx) => this.saveProduct.create(tx, admin, brandId, details));
    return this.show(admin, id);
  }

  @Patch(':id')
  @ForAdmin('catalogue.edit')
  @ApiOkResponse({ type: AdminProductView })
  async change(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'product') id: number,
    @Body() body: ProductBody,
  ): Promise<AdminProductView> {
    await this.unitOfWork.run((tx) => this.saveProduct.change(tx, admin, id, detailsOf(body)));
    return this.show(admin, id);
  }
}

function detailsOf({ listAt, delistAt, voucher, ...body }: ProductBody): ProductDetails {
  return { ...body, listAt: instant(listAt), delistAt: instant(delistAt), voucher: voucher ?? null };
}

function instant(text: string | null | undefined): Date | null {
  return text ? new Date(text) : null;
}
