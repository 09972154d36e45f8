import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { ProductLookup } from '../product-lookup.js';
import { lockCategories } from './category-locks.js';
import { Category } from './category.entity.js';

/** Puts the children of one category, or the roots, into an order. */
@Injectable()
export class OrderCategories {
  constructor(
    private readonly audit: Audit,
    private readonly products: ProductLookup,
  ) {}

  async execute(
    tx: Tx,
    admin: AdminActor,
    { brandId, parentId, ids }: { brandId: number; parentId: number | null; ids: readonly number[] },
  ): Promise<void> {
    const siblings = (await lockCategories(tx, brandId)).filter(
      (one) => one.parentId === parentId && one.archivedAt === null,
    );
    const known = new Set(siblings.map(({ id }) => id));
    if (new Set(ids).size !== known.size || ids.length !== known.size || !ids.every((id) => known.has(id))) {
      throw new Refusal('validation_failed', {
        fields: [{ field: 'ids', message: '分类刚刚有变化，请刷新后重新排序' }],
      });
    }
    for (const [position, id] of ids.entries()) {
      await tx.manager.update(Category, { id, brandId }, { position });
    }
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: admin.adminId },
      brandId,
      action: 'category.ordered',
      subject: { kind: 'brand', id: brandId },
    });
    tx.afterCommit(() => this.products.changed());
  }
}
