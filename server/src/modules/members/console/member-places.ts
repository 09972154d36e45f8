import { Injectable } from '@nestjs/common';
import { BrandLookup, StoreLookup } from '../../org/index.js';
import type { Membership } from '../memberships/memberships.repository.js';
import type { Places } from './member.view.js';

/** Finds the brands and stores that memberships mention. */
@Injectable()
export class MemberPlaces {
  constructor(
    private readonly brands: BrandLookup,
    private readonly stores: StoreLookup,
  ) {}

  async of(memberships: readonly Membership[]): Promise<Places> {
    const [brands, stores] = await Promise.all([
      this.brands.all(),
      this.stores.many(memberships.flatMap(({ storeId }) => (storeId === null ? [] : [storeId]))),
    ]);
    return { brands: new Map(brands.map((brand) => [brand.id, brand])), stores };
  }
}
