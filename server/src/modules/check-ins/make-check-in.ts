import { Injectable } from '@nestjs/common';
import type { CheckInKind } from '@regulars/shared';
import { Clock } from '../../platform/clock/index.js';
import { isDuplicateKey, type Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/http/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import { BrandLookup, type Store } from '../org/index.js';
import type { CheckIn } from './check-in.entity.js';
import './check-in-events.js';
import { CheckInsRepository } from './check-ins.repository.js';

export interface Visit {
  readonly memberId: number;
  readonly store: Store;
  readonly kind: CheckInKind;
  readonly staffId: number | null;
  readonly distanceM: number | null;
  /** What the visit is worth; booking them is the caller's, in the same transaction. */
  readonly points: number;
}

/** Notes a visit, once per member, store and business day, however often and however parallel it is asked for. */
@Injectable()
export class MakeCheckIn {
  constructor(
    private readonly checkIns: CheckInsRepository,
    private readonly brands: BrandLookup,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `already_checked_in` */
  async execute(tx: Tx, { store, ...visit }: Visit): Promise<CheckIn> {
    const { timeZone } = await this.brands.get(store.brandId);
    const checkIn = await this.insert(tx, {
      ...visit,
      brandId: store.brandId,
      storeId: store.id,
      businessDay: this.clock.businessDay(timeZone),
      at: this.clock.now(),
    });
    const { id: checkInId, memberId, brandId, storeId, businessDay, kind } = checkIn;
    await this.outbox.emit(tx, 'check-in.made', { checkInId, memberId, brandId, storeId, businessDay, kind });
    return checkIn;
  }

  private async insert(tx: Tx, checkIn: Omit<CheckIn, 'id'>): Promise<CheckIn> {
    try {
      return await this.checkIns.insert(tx, checkIn);
    } catch (error) {
      throw isDuplicateKey(error) ? new Refusal('already_checked_in') : error;
    }
  }
}
