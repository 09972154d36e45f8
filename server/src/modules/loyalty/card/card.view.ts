import { Fen, Instant, ListOf, Nested, OpaqueId, Text, Whole } from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import type { Membership } from '../../members/index.js';
import { StoreRefView, toStoreRefView, type Store } from '../../org/index.js';
import type { Standing } from '../program/standings.js';
import { PointsView, toPointsView } from '../points/points.view.js';
import { POINTS_MAX } from '../rewards/reward.view.js';

export class BenefitView {
  @Text({ max: 20, doc: 'The benefit in a few words' })
  title: string;

  @Text({ max: 200, doc: 'What it gives' })
  text: string;
}

export class NextTierView {
  @Text({ max: 20, doc: 'The next tier' })
  name: string;

  @Whole({ min: 1, max: POINTS_MAX, doc: 'Growth that is still needed' })
  growthNeeded: number;
}

export class TierView {
  @Text({ max: 20, doc: 'The tier' })
  name: string;

  @Whole({ min: 0, max: 100, doc: 'Its place on the ladder' })
  level: number;

  @Nested(() => NextTierView, { nullable: true, doc: 'The next tier; null at the top' })
  next: NextTierView | null;
}

export class CardView {
  @OpaqueId('brand', { doc: 'Whose card' })
  brandId: string;

  @Text({ max: 12, doc: 'The number on the card' })
  cardNo: string;

  @Nested(() => TierView, { doc: 'Where the member stands' })
  tier: TierView;

  @Whole({ min: 0, max: POINTS_MAX, doc: 'Growth, which decides the tier and is never spent' })
  growth: number;

  @Nested(() => PointsView, { doc: 'The points' })
  points: PointsView;

  @ListOf(() => BenefitView, { max: 20, doc: 'What the tier gives' })
  benefits: BenefitView[];

  @Fen({ doc: 'What being a member has saved so far' })
  savedFen: number;

  @Instant({ doc: 'Member since' })
  joinedAt: string;

  @Nested(() => StoreRefView, { nullable: true, doc: 'The store they came in by' })
  store: StoreRefView | null;
}

export interface Card {
  readonly membership: Membership;
  readonly standing: Standing;
  readonly savedFen: number;
  readonly store: Store | undefined;
}

export function toCardView({ membership, standing, savedFen, store }: Card): CardView {
  return {
    brandId: toPublicId('brand', membership.brandId),
    cardNo: membership.cardNo,
    tier: toTierView(standing),
    growth: standing.growth,
    points: toPointsView(standing.points),
    benefits: standing.tier.benefits.map(({ title, text }) => ({ title, text })),
    savedFen,
    joinedAt: membership.joinedAt.toISOString(),
    store: store ? toStoreRefView(store) : null,
  };
}

export function toTierView({ tier, next }: Standing): TierView {
  return { name: tier.name, level: tier.level, next };
}
