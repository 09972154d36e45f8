import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrgModule } from '../org/index.js';
import { AddCategory } from './add-category.js';
import { AdminCatalogueController } from './admin-catalogue.controller.js';
import { CatalogueRepository } from './catalogue.repository.js';
import { Category } from './category.entity.js';
import { ProductLookup } from './product-lookup.js';
import { Product } from './product.entity.js';
import { SaveProduct } from './save-product.js';
import { Sku } from './sku.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([Category, Product, Sku]), OrgModule],
  controllers: [AdminCatalogueController],
  providers: [CatalogueRepository, ProductLookup, AddCategory, SaveProduct],
  exports: [ProductLookup],
})
export class CatalogueModule {}
