import { Injectable } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import type { AdminActor } from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { decodeCursor, toPage, type Page, type PageQuery } from '../../../platform/http/index.js';
import { requireBrand } from '../scope.js';
import { toAdminStoreView, type AdminStoreView } from './store.view.js';
import { Store } from './store.entity.js';

/** Stores as the console sees them: warehouses and archived ones too, and nothing a second old. */
@Injectable()
export class AdminStoreLookup {
  constructor(private readonly database: Database) {}

  async page(admin: AdminActor, brandId: number, { after, limit }: PageQuery): Promise<Page<AdminStoreView>> {
    requireBrand(admin, brandId);
    const [afterId] = after === undefined ? [0] : decodeCursor(after, ['number']);
    const stores = await this.database.manager.find(Store, {
      where: { brandId, id: MoreThan(afterId) },
      order: { id: 'ASC' },
      take: limit + 1,
    });
    return toPage(stores, limit, ({ id }) => [id], toAdminStoreView);
  }
}
