import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../../../platform/audit/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { notFound } from '../../../platform/http/index.js';
import { toMinute } from '../domain/opening-hours.js';
import type { StoreDetails } from './create-store.js';
import { StoreLookup } from './store-lookup.js';
import { Store } from './store.entity.js';

export interface StoreChange extends Partial<StoreDetails> {
  readonly archived?: boolean;
}

@Injectable()
export class ChangeStore {
  constructor(
    private readonly clock: Clock,
    private readonly stores: StoreLookup,
    private readonly audit: Audit,
  ) {}

  async execute(tx: Tx, admin: AdminActor, storeId: number, change: StoreChange): Promise<Store> {
    const scope = { id: storeId, brandId: In([...admin.brandIds]) };
    const columns = this.columnsOf(change);
    if (Object.keys(columns).length > 0) {
      await tx.manager.update(Store, scope, columns);
    }
    const store = await tx.manager.findOneBy(Store, scope);
    if (!store) {
      throw notFound();
    }
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: admin.adminId },
      brandId: store.brandId,
      action: 'store.changed',
      subject: { kind: 'store', id: store.id },
      detail: change,
    });
    tx.afterCommit(() => this.stores.changed(store));
    return store;
  }

  private columnsOf({ opensAt, closesAt, archived, ...details }: StoreChange): Partial<Store> {
    return {
      ...withoutUndefined(details),
      ...(opensAt === undefined ? {} : { opensMinute: toMinute(opensAt) }),
      ...(closesAt === undefined ? {} : { closesMinute: toMinute(closesAt) }),
      ...(archived === undefined ? {} : { archivedAt: archived ? this.clock.now() : null }),
    };
  }
}

function withoutUndefined<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}
