import { Injectable } from '@nestjs/common';
import { SEGMENT_NUMBERS, type SegmentNumber } from '@regulars/shared';
import { boughtOn, numberSet, ofBrand, type AudienceScope, type SetName } from '../modules/audience/index.js';
import { ProductLookup } from '../modules/catalogue/index.js';
import type { CheckInMade } from '../modules/check-ins/index.js';
import {
  MembershipLookup,
  type ConsentDecided,
  type MemberErased,
  type MemberJoined,
} from '../modules/members/index.js';
import { OrderFigures, type OrderPaid, type OrderRefunded } from '../modules/orders/index.js';
import type { Tx } from '../platform/database/index.js';
import { OnEvent, type HandlesJob, type Settle } from '../platform/jobs/index.js';
import { AudienceFacts, type Facts } from './audience-facts.js';

const NUMBERS = Object.keys(SEGMENT_NUMBERS) as SegmentNumber[];

const numbersOf = (scope: AudienceScope): SetName[] => NUMBERS.map((name) => numberSet(name, scope));

const everything = (_memberId: number, facts: Facts): SetName[] => [...facts.values()].map(({ set }) => set);

/** Whoever joins is in the sets of the brand a moment later. */
@OnEvent('member.joined', 'audience.member-joined')
export class EnrolMember implements HandlesJob<MemberJoined> {
  constructor(private readonly facts: AudienceFacts) {}

  async run({ memberId, brandId }: MemberJoined, settle: Settle): Promise<void> {
    await settle((tx) => this.facts.refresh(tx, brandId, [memberId], everything));
  }
}

/** Whoever has had their account erased belongs to nobody's audience any more. */
@OnEvent('member.erased', 'audience.member-erased')
export class ForgetMember implements HandlesJob<MemberErased> {
  constructor(
    private readonly facts: AudienceFacts,
    private readonly memberships: MembershipLookup,
  ) {}

  async run({ memberId }: MemberErased, settle: Settle): Promise<void> {
    await settle(async (tx) => {
      for (const brandId of await this.memberships.brandsEver(tx, memberId)) {
        await this.facts.refresh(tx, brandId, [memberId], (_member, _facts, scope) => [
          ofBrand(brandId, 'member'),
          ofBrand(brandId, 'consent', 'marketing'),
          ofBrand(brandId, 'consent', 'service'),
          ...numbersOf(scope),
        ]);
      }
    });
  }
}

@OnEvent('consent.decided', 'audience.consent-decided')
export class FollowConsent implements HandlesJob<ConsentDecided> {
  constructor(private readonly facts: AudienceFacts) {}

  async run({ memberId, brandId }: ConsentDecided, settle: Settle): Promise<void> {
    await settle((tx) =>
      this.facts.refresh(tx, brandId, [memberId], () => [
        ofBrand(brandId, 'consent', 'marketing'),
        ofBrand(brandId, 'consent', 'service'),
      ]),
    );
  }
}

@OnEvent('check-in.made', 'audience.check-in-made')
export class FollowVisit implements HandlesJob<CheckInMade> {
  constructor(private readonly facts: AudienceFacts) {}

  async run({ memberId, brandId, businessDay }: CheckInMade, settle: Settle): Promise<void> {
    await settle((tx) =>
      this.facts.refresh(tx, brandId, [memberId], (_member, _facts, scope) => [
        ofBrand(brandId, 'visited', businessDay),
        ofBrand(brandId, 'active', businessDay),
        ...numbersOf(scope),
      ]),
    );
  }
}

/** Brings the figures of a buyer up to their orders, and the sets that this order may have changed. */
@Injectable()
export class FollowPurchases {
  constructor(
    private readonly facts: AudienceFacts,
    private readonly orders: OrderFigures,
    private readonly products: ProductLookup,
  ) {}

  async follow(tx: Tx, { orderId, memberId, brandId }: OrderRef): Promise<void> {
    const lines = await this.orders.linesOf(tx, orderId);
    const categories = await this.products.categoriesOf(
      tx,
      lines.map(({ productId }) => productId),
    );
    await this.facts.refresh(tx, brandId, [memberId], (_member, _facts, scope) => [
      ...lines.flatMap(({ businessDay, productId, skuId }) => [
        ofBrand(brandId, 'ordered', businessDay),
        ofBrand(brandId, 'active', businessDay),
        ofBrand(brandId, 'bought-sku', String(skuId)),
        ofBrand(brandId, 'bought-product', String(productId)),
        ofBrand(brandId, 'bought-product', boughtOn(productId, businessDay)),
      ]),
      ...[...categories.values()].map((category) => ofBrand(brandId, 'bought-category', String(category))),
      ...numbersOf(scope),
    ]);
  }
}

interface OrderRef {
  readonly orderId: number;
  readonly memberId: number;
  readonly brandId: number;
}

/** What an order may have changed: its day, what was on it, and every figure. */
@OnEvent('order.paid', 'audience.order-paid')
export class FollowOrder implements HandlesJob<OrderPaid> {
  constructor(private readonly purchases: FollowPurchases) {}

  async run(order: OrderPaid, settle: Settle): Promise<void> {
    await settle((tx) => this.purchases.follow(tx, order));
  }
}

@OnEvent('order.refunded', 'audience.order-refunded')
export class FollowRefund implements HandlesJob<OrderRefunded> {
  constructor(private readonly purchases: FollowPurchases) {}

  async run(order: OrderRefunded, settle: Settle): Promise<void> {
    await settle((tx) => this.purchases.follow(tx, order));
  }
}
