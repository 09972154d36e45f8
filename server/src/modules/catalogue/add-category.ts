import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/index.js';
import type { AdminActor } from '../../platform/auth/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Category } from './category.entity.js';
import { ProductLookup } from './product-lookup.js';

/** Adds a category at the end of the shelf. */
@Injectable()
export class AddCategory {
  constructor(
    private readonly audit: Audit,
    private readonly products: ProductLookup,
  ) {}

  async execute(tx: Tx, admin: AdminActor, brandId: number, name: string): Promise<Category> {
    const position = await tx.manager.countBy(Category, { brandId });
    const category = await tx.manager.save(Category, { brandId, name, position, archivedAt: null });
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
