import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { BriefCache } from '../../../platform/cache/index.js';
import { Clock, minuteOfDay } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { notFound } from '../../../platform/http/index.js';
import { BrandLookup } from '../brands/brand-lookup.js';
import type { Position } from '../domain/distance.js';
import { byDistance, type Nearby } from '../domain/nearest.js';
import { CODE_PATTERN } from '../random-code.js';
import { Store } from './store.entity.js';

/** Stores as customers and tills see them: archived ones are gone. Answers may be a second old. */
@Injectable()
export class StoreLookup {
  private readonly byId: BriefCache<number, Store | null>;
  private readonly byCode: BriefCache<string, Store | null>;
  private readonly byBrand: BriefCache<number, readonly Store[]>;
  private readonly warehouses: BriefCache<number, Store | null>;

  constructor(
    database: Database,
    private readonly brands: BrandLookup,
    private readonly clock: Clock,
  ) {
    const { manager } = database;
    this.byId = new BriefCache((id) => manager.findOneBy(Store, { id, archivedAt: IsNull() }), {
      keysMax: 10_000,
    });
    this.byCode = new BriefCache((code) => manager.findOneBy(Store, { code, archivedAt: IsNull() }), {
      keysMax: 10_000,
    });
    this.byBrand = new BriefCache(
      (brandId) =>
        manager.find(Store, {
          where: { brandId, kind: 'store', archivedAt: IsNull() },
          order: { id: 'ASC' },
        }),
      { keysMax: 1_000 },
    );
    this.warehouses = new BriefCache(
      (brandId) =>
        manager.findOne(Store, {
          where: { brandId, kind: 'warehouse', archivedAt: IsNull() },
          order: { id: 'ASC' },
        }),
      { keysMax: 1_000 },
    );
  }

  async find(storeId: number): Promise<Store | undefined> {
    return (await this.byId.get(storeId)) ?? undefined;
  }

  /** @throws Refusal `not_found`, also when the store is another brand's. */
  async getOf(brandId: number, storeId: number): Promise<Store> {
    const store = await this.find(storeId);
    if (store?.brandId !== brandId) {
      throw notFound();
    }
    return store;
  }

  /** By id; stores that are gone are absent. */
  async many(storeIds: readonly number[]): Promise<ReadonlyMap<number, Store>> {
    const stores = await Promise.all([...new Set(storeIds)].map((id) => this.find(id)));
    return new Map(stores.flatMap((store) => (store ? [[store.id, store]] : [])));
  }

  /** By the code printed at its door. */
  async findByCode(code: string): Promise<Store | undefined> {
    // What is no code isn't looked for: the column is ASCII and can't be compared with other letters.
    return CODE_PATTERN.test(code) ? ((await this.byCode.get(code)) ?? undefined) : undefined;
  }

  /** The brand's shops, by id; warehouses are not among them. */
  ofBrand(brandId: number): Promise<readonly Store[]> {
    return this.byBrand.get(brandId);
  }

  /** Where the brand ships from. */
  async warehouseOf(brandId: number): Promise<Store | undefined> {
    return (await this.warehouses.get(brandId)) ?? undefined;
  }

  /** The brand's shops, nearest first, each with whether it is open now. */
  async near(brandId: number, from: Position | undefined): Promise<Nearby<Store>[]> {
    const { timeZone } = await this.brands.get(brandId);
    return byDistance(await this.ofBrand(brandId), minuteOfDay(this.clock.now(), timeZone), from);
  }

  changed(store: Store): void {
    this.byId.drop(store.id);
    this.byCode.drop(store.code);
    this.byBrand.drop(store.brandId);
    this.warehouses.drop(store.brandId);
  }
}
