import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { requireBrand } from '../scope.js';
import { toMinute } from '../domain/opening-hours.js';
import { randomCode } from '../random-code.js';
import type { CheckInLocation, StoreKind } from './store-kinds.js';
import { StoreLookup } from './store-lookup.js';
import { Store } from './store.entity.js';

export interface StoreDetails {
  readonly kind: StoreKind;
  readonly name: string;
  readonly city: string;
  readonly address: string;
  readonly lat: number;
  readonly lng: number;
  /** 'HH:MM' on the brand's wall clock. */
  readonly opensAt: string;
  readonly closesAt: string;
  readonly phone: string;
  readonly checkInLocation: CheckInLocation;
  readonly checkInRadiusM: number;
}

export interface NewStore extends StoreDetails {
  readonly brandId: number;
}

@Injectable()
export class CreateStore {
  constructor(
    private readonly clock: Clock,
    private readonly stores: StoreLookup,
    private readonly audit: Audit,
  ) {}

  async execute(tx: Tx, admin: AdminActor, { opensAt, closesAt, ...details }: NewStore): Promise<Store> {
    requireBrand(admin, details.brandId);
    const store = await tx.manager.save(Store, {
      ...details,
      code: randomCode(),
      opensMinute: toMinute(opensAt),
      closesMinute: toMinute(closesAt),
      createdAt: this.clock.now(),
      archivedAt: null,
    });
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: admin.adminId },
      brandId: store.brandId,
      action: 'store.created',
      subject: { kind: 'store', id: store.id },
      detail: { name: store.name },
    });
    tx.afterCommit(() => this.stores.changed(store));
    return store;
  }
}
