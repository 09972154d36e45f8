import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.js';
import { decodeCursor, notFound, toPage, type Page } from '../../platform/http/index.js';
import type { AdminProductsQuery } from './catalogue.dto.js';
import { CatalogueRepository, type ProductRow } from './catalogue.repository.js';
import { toAdminProductView, type AdminProductView } from './catalogue.view.js';
import { subtreeOf } from './domain/category-tree.js';
import { wordsOf } from './domain/search-terms.js';
import { ProductLookup } from './product-lookup.js';
import { GoodsTags } from './tags/goods-tags.js';

/** Products as their brand sees them. */
@Injectable()
export class AdminProducts {
  constructor(
    private readonly database: Database,
    private readonly repository: CatalogueRepository,
    private readonly products: ProductLookup,
    private readonly tags: GoodsTags,
  ) {}

  async page({
    brandId,
    status,
    categoryId,
    q,
    after,
    limit,
  }: AdminProductsQuery): Promise<Page<AdminProductView>> {
    const [beforeId] = after === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(after, ['number']);
    const categoryIds =
      categoryId === undefined
        ? undefined
        : [categoryId, ...subtreeOf(await this.products.allCategories(brandId), categoryId)];
    const words = q === undefined ? undefined : wordsOf(q);
    const rows = await this.repository.ofBrand(
      this.database,
      { brandId, status, categoryIds, words, beforeId },
      limit + 1,
    );
    const views = new Map((await this.views(rows)).map((view, index) => [rows[index]?.id, view]));
    return toPage(
      rows,
      limit,
      ({ id }) => [id],
      ({ id }) => found(views.get(id)),
    );
  }

  async view(brandIds: readonly number[], id: number): Promise<AdminProductView> {
    const product = found(await this.repository.find(this.database, id, brandIds));
    const [view] = await this.views([product]);
    return found(view);
  }

  private async views(rows: readonly ProductRow[]): Promise<AdminProductView[]> {
    const ids = rows.map(({ id }) => id);
    const skus = await this.repository.skusOf(this.database, ids);
    const bundles = new Set(rows.filter(({ kind }) => kind === 'bundle').map(({ id }) => id));
    const [components, tags] = await Promise.all([
      this.repository.componentsOf(
        this.database,
        skus.filter(({ productId }) => bundles.has(productId)).map(({ id }) => id),
      ),
      this.tags.ofProducts(this.database, ids),
    ]);
    return rows.map((row) =>
      toAdminProductView(
        row,
        skus.filter(({ productId }) => productId === row.id),
        components,
        tags.filter(({ productId }) => productId === row.id).map(({ tagId }) => tagId),
      ),
    );
  }
}

function found<T>(value: T | undefined): T {
  if (value === undefined) {
    throw notFound();
  }
  return value;
}
