import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../../../platform/audit/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal, notFound } from '../../../platform/http/index.js';
import { fitsUnder } from '../domain/category-tree.js';
import { ProductLookup } from '../product-lookup.js';
import { IndexSearch } from '../search/index-search.js';
import { lockCategories, mustHaveParent } from './category-locks.js';
import { Category } from './category.entity.js';

export interface CategoryChange {
  readonly name?: string;
  readonly parentId?: number | null;
  readonly archived?: boolean;
}

/** Renames, moves, archives or brings back one category. */
@Injectable()
export class ChangeCategory {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly products: ProductLookup,
    private readonly indexSearch: IndexSearch,
  ) {}

  /** @throws Refusal `category_too_deep`, `category_in_use` */
  async execute(tx: Tx, admin: AdminActor, id: number, change: CategoryChange): Promise<Category> {
    const found = await tx.manager.findOneBy(Category, { id, brandId: In([...admin.brandIds]) });
    if (!found) {
      throw notFound();
    }
    const { brandId } = found;
    const all = await lockCategories(tx, brandId);
    const category = all.find((one) => one.id === id) ?? found;
    const { name = category.name, parentId = category.parentId } = change;
    const archived = change.archived ?? category.archivedAt !== null;
    if (parentId !== category.parentId || !archived) {
      mustHaveParent(all, parentId);
    }
    if (!fitsUnder(all, id, parentId)) {
      throw new Refusal('category_too_deep');
    }
    if (archived && category.archivedAt === null) {
      await this.mustBeEmpty(tx, all, id);
    }
    const archivedAt = archived ? (category.archivedAt ?? this.clock.now()) : null;
    await tx.manager.update(Category, { id }, { name, parentId, archivedAt });
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: admin.adminId },
      brandId,
      action: 'category.changed',
      subject: { kind: 'category', id },
    });
    if (name !== category.name) {
      await this.indexSearch.schedule(tx, brandId);
    }
    tx.afterCommit(() => this.products.changed());
    return { ...category, name, parentId, archivedAt };
  }

  private async mustBeEmpty(tx: Tx, all: readonly Category[], id: number): Promise<void> {
    const hasLiveChild = all.some(({ parentId, archivedAt }) => parentId === id && archivedAt === null);
    const product = await tx.one(
      "SELECT 1 FROM product WHERE category_id = ? AND status <> 'archived' LIMIT 1",
      [id],
    );
    if (hasLiveChild || product) {
      throw new Refusal('category_in_use');
    }
  }
}
