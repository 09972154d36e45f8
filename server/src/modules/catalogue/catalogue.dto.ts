import {
  Fen,
  ListOf,
  ListOfText,
  OneOf,
  PageQuery,
  PublicId,
  Text,
  Whole,
} from '../../platform/http/index.js';
import { PRODUCT_STATUSES, type ProductStatus } from './domain/product-statuses.js';

/** Our own media, or a picture on https; never a script or a data address. */
const PICTURE_URL = /^(\/media\/[\w./-]+|https:\/\/[\x21-\x7e]+)$/;

export class BrandQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;
}

export class ShelfQuery extends PageQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;

  @PublicId('category', { optional: true, doc: 'Only this category' })
  categoryId?: number;
}

export class StockedAtQuery {
  @PublicId('store', {
    optional: true,
    doc: 'Availability at this store; without it, at the best stocked one',
  })
  storeId?: number;
}

export class AdminProductsQuery extends PageQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;

  @OneOf(PRODUCT_STATUSES, { optional: true, name: 'ProductStatus', doc: 'Only these' })
  status?: ProductStatus;
}

export class NewCategoryBody {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;

  @Text({ max: 20, doc: 'Its name' })
  name: string;
}

export class SkuBody {
  @PublicId('sku', { optional: true, doc: 'The SKU to change; without it a new one' })
  id?: number;

  @Text({ max: 40, doc: 'What tells it from the other variants' })
  name: string;

  @Fen({ min: 1, doc: 'List price' })
  priceFen: number;

  @Fen({ min: 1, nullable: true, doc: 'What members pay; null for the list price' })
  memberPriceFen: number | null;
}

class ProductFields {
  @PublicId('category', { doc: 'Its category' })
  categoryId: number;

  @Text({ max: 60, doc: 'Its name' })
  name: string;

  @Text({ max: 80, min: 0, doc: 'One line under the name' })
  subtitle: string;

  @Text({ max: 5000, min: 0, doc: 'What there is to know about it' })
  description: string;

  @ListOfText({
    min: 1,
    max: 9,
    length: 500,
    pattern: PICTURE_URL,
    doc: 'Picture addresses, the cover first',
  })
  pictures: string[];

  @OneOf(PRODUCT_STATUSES, { name: 'ProductStatus', doc: 'Whether customers see it' })
  status: ProductStatus;

  @Whole({ min: 0, max: 1_000_000, doc: 'Where it stands on the shelf, lowest first' })
  position: number;

  @ListOf(() => SkuBody, { min: 1, max: 50, doc: 'All its variants; those left out are archived' })
  skus: SkuBody[];
}

export class NewProductBody extends ProductFields {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;
}

export class ProductBody extends ProductFields {}
