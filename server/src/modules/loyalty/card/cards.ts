import { Injectable } from '@nestjs/common';
import type { Reader } from '../../../platform/database/index.js';
import { MembershipLookup } from '../../members/index.js';
import { BrandLookup, StoreLookup } from '../../org/index.js';
import { Savings } from '../earnings/savings.js';
import { Standings } from '../program/standings.js';
import { toCardView, type CardView } from './card.view.js';

/** A member's card with a brand: three short statements, the rest is remembered. */
@Injectable()
export class Cards {
  constructor(
    private readonly brands: BrandLookup,
    private readonly stores: StoreLookup,
    private readonly memberships: MembershipLookup,
    private readonly standings: Standings,
    private readonly savings: Savings,
  ) {}

  /** @throws Refusal `membership_required` */
  async of(reader: Reader, memberId: number, brandId: number): Promise<CardView> {
    const { programId } = await this.brands.get(brandId);
    const [membership, standing, savedFen] = await Promise.all([
      this.memberships.ofCaller(reader, memberId, brandId),
      this.standings.of(reader, { memberId, programId }),
      this.savings.total(reader, memberId, brandId),
    ]);
    const store = membership.storeId === null ? undefined : await this.stores.find(membership.storeId);
    return toCardView({ membership, standing, savedFen, store });
  }
}
