import { Body, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { IdParam } from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import { requireBrand } from '../../org/index.js';
import { BrandQuery, DimensionBody, NewProductTagBody, TagBody } from '../catalogue.dto.js';
import { GoodsTagView, TagDimensionListView, TagDimensionView, toDimensionView } from '../catalogue.view.js';
import { GoodsTags } from './goods-tags.js';

@AdminApi('goods-tags')
export class AdminGoodsTagsController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly tags: GoodsTags,
  ) {}

  @Get()
  @ForAdmin('catalogue.see')
  @ApiOkResponse({ type: TagDimensionListView })
  async list(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId }: BrandQuery,
  ): Promise<TagDimensionListView> {
    requireBrand(admin, brandId);
    return { items: (await this.tags.ofBrand(this.database, brandId)).map(toDimensionView) };
  }

  @Post('dimensions')
  @ForAdmin('catalogue.edit')
  @ApiCreatedResponse({ type: TagDimensionView })
  async addDimension(
    @CurrentAdmin() admin: AdminActor,
    @Body() { brandId, name }: DimensionBody,
  ): Promise<TagDimensionView> {
    requireBrand(admin, brandId);
    const id = await this.unitOfWork.run((tx) => this.tags.addDimension(tx, admin, brandId, name));
    return toDimensionView({ id, name, tags: [] });
  }

  @Delete('dimensions/:id')
  @HttpCode(204)
  @ForAdmin('catalogue.edit')
  @ApiNoContentResponse()
  removeDimension(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'tag-dimension') id: number,
  ): Promise<void> {
    return this.unitOfWork.run((tx) => this.tags.removeDimension(tx, admin, id));
  }

  @Post()
  @ForAdmin('catalogue.edit')
  @ApiCreatedResponse({ type: GoodsTagView })
  async add(
    @CurrentAdmin() admin: AdminActor,
    @Body() { dimensionId, name }: NewProductTagBody,
  ): Promise<GoodsTagView> {
    const id = await this.unitOfWork.run((tx) => this.tags.addTag(tx, admin, dimensionId, name));
    return { id: toPublicId('goods-tag', id), name };
  }

  @Patch(':id')
  @ForAdmin('catalogue.edit')
  @ApiOkResponse({ type: GoodsTagView })
  async rename(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'goods-tag') id: number,
    @Body() { name }: TagBody,
  ): Promise<GoodsTagView> {
    await this.unitOfWork.run((tx) => this.tags.renameTag(tx, admin, id, name));
    return { id: toPublicId('goods-tag', id), name };
  }

  @Delete(':id')
  @HttpCode(204)
  @ForAdmin('catalogue.edit')
  @ApiNoContentResponse()
  remove(@CurrentAdmin() admin: AdminActor, @IdParam('id', 'goods-tag') id: number): Promise<void> {
    return this.unitOfWork.run((tx) => this.tags.removeTag(tx, admin, id));
  }
}
