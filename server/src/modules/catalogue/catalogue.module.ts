import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrgModule } from '../org/index.js';
import { AdminCatalogueController } from './admin-catalogue.controller.js';
import { AdminProducts } from './admin-products.js';
import { CatalogueRepository } from './catalogue.repository.js';
import { AddCategory } from './categories/add-category.js';
import { AdminCategoriesController } from './categories/admin-categories.controller.js';
import { Category } from './categories/category.entity.js';
import { ChangeCategory } from './categories/change-category.js';
import { OrderCategories } from './categories/order-categories.js';
import { CountSales } from './listing/count-sales.js';
import { DelistProduct, ListProduct, ListingTimes } from './listing/listing-times.js';
import { RelatedProducts } from './listing/related-products.js';
import { ProductLookup } from './product-lookup.js';
import { Product } from './product.entity.js';
import { SaveProduct } from './save-product.js';
import { SaveSkus } from './save-skus.js';
import { IndexSearch, IndexSearchOfBrand } from './search/index-search.js';
import { SuggestProducts } from './search/suggest-products.js';
import { Sku } from './sku.entity.js';
import { AdminTagImportsController } from './tag-import/admin-tag-imports.controller.js';
import { ApplyTagImport } from './tag-import/apply-tag-import.js';
import { StartTagImport } from './tag-import/start-tag-import.js';
import { TagByName } from './tag-import/tag-by-name.js';
import { TagImports } from './tag-import/tag-imports.js';
import { WorkOffTagImport } from './tag-import/work-off-tag-import.js';
import { AdminGoodsTagsController } from './tags/admin-goods-tags.controller.js';
import { GoodsTags } from './tags/goods-tags.js';

@Module({
  imports: [TypeOrmModule.forFeature([Category, Product, Sku]), OrgModule],
  controllers: [
    AdminCatalogueController,
    AdminCategoriesController,
    AdminGoodsTagsController,
    AdminTagImportsController,
  ],
  providers: [
    CatalogueRepository,
    ProductLookup,
    AdminProducts,
    AddCategory,
    ChangeCategory,
    OrderCategories,
    SaveProduct,
    SaveSkus,
    ListingTimes,
    ListProduct,
    DelistProduct,
    CountSales,
    RelatedProducts,
    IndexSearch,
    IndexSearchOfBrand,
    SuggestProducts,
    GoodsTags,
    TagImports,
    StartTagImport,
    ApplyTagImport,
    TagByName,
    WorkOffTagImport,
  ],
  exports: [ProductLookup, CountSales, RelatedProducts, SuggestProducts, GoodsTags],
})
export class CatalogueModule {}
