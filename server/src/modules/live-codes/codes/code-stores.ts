import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { StoreLookup } from '../../org/index.js';
import { LiveCodeStore } from './live-code-store.entity.js';

/** Which stores a code may lead to. */
@Injectable()
export class CodeStores {
  constructor(private readonly stores: StoreLookup) {}

  /** @throws Refusal `validation_failed` when one isn't a shop of the brand */
  async check(brandId: number, storeIds: readonly number[], defaultStoreId: number | null): Promise<void> {
    const shops = new Set((await this.stores.ofBrand(brandId)).map(({ id }) => id));
    const fields = [
      ...(storeIds.every((id) => shops.has(id)) ? [] : ['storeIds']),
      ...(defaultStoreId === null || shops.has(defaultStoreId) ? [] : ['defaultStoreId']),
    ];
    if (fields.length > 0) {
      throw new Refusal('validation_failed', {
        fields: fields.map((field) => ({ field, message: '请选择该品牌的门店' })),
      });
    }
  }

  async set(tx: Tx, liveCodeId: number, storeIds: readonly number[]): Promise<void> {
    await tx.manager.delete(LiveCodeStore, { liveCodeId });
    if (storeIds.length > 0) {
      await tx.manager.insert(
        LiveCodeStore,
        [...new Set(storeIds)].map((storeId) => ({ liveCodeId, storeId })),
      );
    }
  }
}
