import { Flag, Instant, ListOf, Nested, OpaqueId, Text, Whole } from '../platform/http/index.js';
import { StaffRedemptionView, TierView } from '../modules/loyalty/index.js';
import { OrderSummaryView } from '../modules/orders/index.js';

const POINTS_MAX = 1_000_000_000;

export class FoundMemberView {
  @OpaqueId('member', { doc: 'The member' })
  memberId: string;

  @Text({ max: 20, nullable: true, doc: 'What they like to be called' })
  name: string | null;

  @Text({ max: 20, nullable: true, doc: 'Their phone with the middle hidden' })
  phoneMasked: string | null;

  @Text({ max: 12, doc: 'The number on the card' })
  cardNo: string;

  @Nested(() => TierView, { doc: 'Where they stand' })
  tier: TierView;

  @Whole({ min: 0, max: POINTS_MAX, doc: 'Points they can spend' })
  points: number;

  @Whole({ min: 0, max: POINTS_MAX, doc: 'Growth' })
  growth: number;

  @Instant({ doc: 'Member since' })
  joinedAt: string;

  @Flag({ doc: 'Whether they checked in today in a store of this staff' })
  checkedInToday: boolean;

  @ListOf(() => StaffRedemptionView, { max: 50, doc: 'Rewards they can fetch here' })
  readyRedemptions: StaffRedemptionView[];

  @ListOf(() => OrderSummaryView, { max: 50, doc: 'Orders they can pick up here' })
  readyOrders: OrderSummaryView[];
}

export class TodayView {
  @Whole({ min: 0, max: POINTS_MAX, doc: 'Check-ins of today' })
  checkIns: number;

  @ListOf(() => OrderSummaryView, { max: 50, doc: 'Orders that wait at the counter, the oldest first' })
  pickups: OrderSummaryView[];

  @ListOf(() => StaffRedemptionView, { max: 50, doc: 'Rewards that wait at the counter, the oldest first' })
  redemptions: StaffRedemptionView[];
}
