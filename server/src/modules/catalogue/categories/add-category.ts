import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { fitsUnder } from '../domain/category-tree.js';
import { ProductLookup } from '../product-lookup.js';
import { lockCategories, mustHaveParent } from './category-locks.js';
import { Category } from './category.entity.js';

export interface NewCategory {
  readonly brandId: number;
  readonly name: string;
  readonly parentId?: number | null;
}

/** Adds a category behind its siblings. */
@Injectable()
export class AddCategory {
  constructor(
    private readonly audit: Audit,
    private readonly products: ProductLookup,
  ) {}

  /** @throws Refusal `category_too_deep` */
  async execute(
    tx: Tx,
    admin: AdminActor,
    { brandId, name, parentId = null }: NewCategory,
  ): Promise<Category> {
    const all = await lockCategories(tx, brandId);
    mustHaveParent(all, parentId);
    if (!fitsUnder(all, undefined, parentId)) {
      throw new Refusal('category_too_deep');
    }
    const position = all.filter((one) => one.parentId === parentId).length;
    const category = await tx.manager.save(Category, { brandId, parentId, name, position, archivedAt: null });
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: admin.adminId },
      brandId,
      action: 'category.created',
      subject: { kind: 'category', id: category.id },
    });
    tx.afterCommit(() => this.products.changed());
    return category;
  }
}
