import { Injectable } from '@nestjs/common';
import type { StaffActor } from '../platform/auth/index.js';
import { Database } from '../platform/database/index.js';
import { toPublicId } from '../platform/ids/index.js';
import { CheckInLookup } from '../modules/check-ins/index.js';
import { RedemptionLookup, Standings, toTierView } from '../modules/loyalty/index.js';
import { MemberCodes, MembershipLookup, People } from '../modules/members/index.js';
import { OrderLookup } from '../modules/orders/index.js';
import { BrandLookup, StoreLookup, requireStore } from '../modules/org/index.js';
import type { FoundMemberView, TodayView } from './staff-desk.view.js';

/** What the counter needs to know: who stands there, and what waits for whom. */
@Injectable()
export class StaffDesk {
  constructor(
    private readonly database: Database,
    private readonly brands: BrandLookup,
    private readonly stores: StoreLookup,
    private readonly memberCodes: MemberCodes,
    private readonly memberships: MembershipLookup,
    private readonly people: People,
    private readonly standings: Standings,
    private readonly checkIns: CheckInLookup,
    private readonly redemptions: RedemptionLookup,
    private readonly orders: OrderLookup,
  ) {}

  async find(staff: StaffActor, memberCode: string): Promise<FoundMemberView> {
    const { membershipId } = this.memberCodes.read(memberCode);
    const membership = await this.memberships.byIdInBrand(this.database, membershipId, staff.brandId);
    const { memberId, brandId, cardNo, joinedAt } = membership;
    const { programId } = await this.brands.get(brandId);
    const [person, standing, checkedInToday, readyRedemptions, readyOrders] = await Promise.all([
      this.people.find(this.database, memberId),
      this.standings.of(this.database, { memberId, programId }),
      this.checkIns.wasHereToday(memberId, brandId, staff.storeIds),
      this.redemptions.readyFor(memberId, staff),
      this.orders.awaitingPickupBy(memberId, staff.storeIds),
    ]);
    return {
      memberId: toPublicId('member', memberId),
      name: person?.name ?? null,
      phoneMasked: person?.phoneMasked ?? null,
      cardNo,
      tier: toTierView(standing),
      points: standing.points.available,
      growth: standing.growth,
      joinedAt: joinedAt.toISOString(),
      checkedInToday,
      readyRedemptions,
      readyOrders,
    };
  }

  async today(staff: StaffActor, storeId: number): Promise<TodayView> {
    requireStore(staff, storeId);
    const store = await this.stores.getOf(staff.brandId, storeId);
    const [checkIns, pickups, redemptions] = await Promise.all([
      this.checkIns.countToday(store),
      this.orders.awaitingPickupAt(storeId),
      this.redemptions.readyAt(store),
    ]);
    return { checkIns, pickups, redemptions };
  }
}
