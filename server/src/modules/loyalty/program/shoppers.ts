import { Injectable } from '@nestjs/common';
import type { Reader } from '../../../platform/database/index.js';
import { PASSER_BY, type Shopper } from '../../catalogue/index.js';
import { MembershipLookup } from '../../members/index.js';
import { BrandLookup } from '../../org/index.js';
import { Standings } from './standings.js';

/** Who somebody is to a brand's shelf: a passer-by, a member, a member of some tier. */
@Injectable()
export class Shoppers {
  constructor(
    private readonly memberships: MembershipLookup,
    private readonly brands: BrandLookup,
    private readonly standings: Standings,
  ) {}

  async of(reader: Reader, memberId: number | null, brandId: number): Promise<Shopper> {
    if (memberId === null || !(await this.memberships.find(reader, memberId, brandId))) {
      return PASSER_BY;
    }
    const { programId } = await this.brands.get(brandId);
    const { tier } = await this.standings.of(reader, { memberId, programId });
    return { isMember: true, tierLevel: tier?.level ?? null };
  }
}
