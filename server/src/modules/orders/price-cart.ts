import { Injectable } from '@nestjs/common';
import { assertNever, type FulfilmentKind } from '@regulars/shared';
import { Clock } from '../../platform/clock/index.js';
import type { Reader } from '../../platform/database/index.js';
import { Refusal } from '../../platform/http/index.js';
import { ProductLookup, type Sellable, type SkuOnSale } from '../catalogue/index.js';
import { Shoppers, Standings, type Standing } from '../loyalty/index.js';
import { Addresses, MembershipLookup, type AddressContent } from '../members/index.js';
import { BrandLookup, StoreLookup } from '../org/index.js';
import {
  CouponWallet,
  FreightTemplates,
  PointsRules,
  RunningPromotions,
  couponOf,
  occasionObstacle,
  quote,
  type Cart,
  type CartLine,
  type CouponOccasion,
  type OwnedCoupon,
  type Quote,
} from '../pricing/index.js';

export type WantedFulfilment =
  | { readonly kind: 'pickup'; readonly storeId: number }
  | { readonly kind: 'delivery'; readonly addressId: number };

export interface WantedCart {
  readonly brandId: number;
  readonly lines: readonly { readonly skuId: number; readonly quantity: number }[];
  readonly fulfilment: WantedFulfilment;
  readonly couponId?: number;
  /** Points to spend at most. */
  readonly points?: number;
}

/** What is said of a SKU on quote and order. */
export interface CartSku extends Sellable {
  readonly productId: number;
  /** Product and variant. */
  readonly title: string;
  readonly pictureUrl: string;
}

/** Where a cart goes. */
export interface CartPlace {
  readonly fulfilment: FulfilmentKind;
  /** Where the goods come from. */
  readonly storeId: number;
  readonly address: AddressContent | null;
}

export interface PricedCart extends CartPlace {
  readonly quote: Quote;
  /** What the quote was made of, to ask it again with something changed. */
  readonly cart: Cart;
  readonly skus: ReadonlyMap<number, CartSku>;
  readonly available: ReadonlyMap<number, number>;
  /** Whether a member of the brand asks. */
  readonly member: boolean;
  readonly occasion: CouponOccasion;
  readonly couponId: number | null;
  /** Why the chosen coupon takes nothing off. */
  readonly couponObstacle: string | undefined;
}

type UnstockedCart = Omit<PricedCart, 'available'>;

/** Turns what a customer wants into a price, from today's facts. Nothing that a client says of a price counts. */
@Injectable()
export class PriceCart {
  constructor(
    private readonly products: ProductLookup,
    private readonly memberships: MembershipLookup,
    private readonly standings: Standings,
    private readonly shoppers: Shoppers,
    private readonly brands: BrandLookup,
    private readonly addresses: Addresses,
    private readonly stores: StoreLookup,
    private readonly freightTemplates: FreightTemplates,
    private readonly pointsRules: PointsRules,
    private readonly promotions: RunningPromotions,
    private readonly coupons: CouponWallet,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `product_off_shelf`, `fulfilment_unavailable`, `validation_failed`, `coupon_not_available` */
  async execute(reader: Reader, memberId: number | null, wanted: WantedCart): Promise<UnstockedCart> {
    const place = await this.placeOf(reader, memberId, wanted);
    const freight = place.address
      ? await this.freightTemplates.zoneOf(wanted.brandId, place.address.province)
      : undefined;
    if (place.address && !freight) {
      throw new Refusal('fulfilment_unavailable', { detail: '这个地址暂时不在配送范围内。' });
    }
    return this.price(reader, memberId, wanted, place, { freight, now: this.clock.now() });
  }

  /** The price at another place or time than the customer's own: what the console's simulator asks. */
  async price(
    reader: Reader,
    memberId: number | null,
    wanted: Omit<WantedCart, 'fulfilment'>,
    place: CartPlace,
    { freight, now }: { freight: Cart['freight']; now: Date },
  ): Promise<UnstockedCart> {
    const { brandId } = wanted;
    const summed = summedBySku(wanted.lines);
    const skuIds = summed.map(({ skuId }) => skuId);
    const onSale = await this.products.skusOnSale(reader, brandId, skuIds, () =>
      this.shoppers.of(reader, memberId, brandId),
    );
    const member =
      memberId !== null && (await this.memberships.find(reader, memberId, brandId)) !== undefined;
    const standing = member ? await this.standingOf(reader, memberId, brandId) : undefined;
    const tier = standing ? { level: standing.tier.level, name: standing.tier.name } : null;
    const running = await this.promotions.of(brandId, now);
    const { programId } = await this.brands.get(brandId);
    const occasion = {
      channel: 'miniapp',
      storeId: place.storeId,
      tierLevel: tier?.level ?? 0,
      now,
    } as const;
    const chosen = member ? await this.chosenCoupon(reader, memberId, wanted) : undefined;
    const coupon = chosen && couponOf(chosen.template, chosen.row);
    const barrier = coupon && occasionObstacle(coupon, occasion);
    const cart: Cart = {
      lines: cartLines(summed, onSale),
      member: member && (standing?.tier.memberPrice ?? true),
      ...(await this.promotions.rulesFor(reader, running, { memberId, tier }, skuIds)),
      ...(coupon && barrier === undefined && { coupon }),
      ...(standing && {
        points: {
          rule: await this.pointsRules.of(programId),
          balance: standing.points.available,
          wanted: wanted.points ?? 0,
        },
      }),
      freight,
    };
    const priced = quote(cart);
    return {
      ...place,
      member,
      cart,
      quote: priced,
      skus: new Map(onSale.map((sku) => [sku.id, toCartSku(sku)])),
      occasion,
      couponId: coupon?.id ?? null,
      couponObstacle: barrier ?? priced.couponObstacle,
    };
  }

  /** Asked only where it makes a difference: it costs a statement. */
  private async standingOf(reader: Reader, memberId: number, brandId: number): Promise<Standing | undefined> {
    const { programId } = await this.brands.get(brandId);
    const matters =
      (await this.pointsRules.of(programId)).enabled ||
      (await this.promotions.lookAtTiers(brandId)) ||
      (await this.coupons.anyOf(brandId)) ||
      !(await this.standings.allBuyAtMemberPrice(programId));
    return matters ? this.standings.of(reader, { memberId, programId }) : undefined;
  }

  private async chosenCoupon(
    reader: Reader,
    memberId: number,
    { brandId, couponId }: Pick<WantedCart, 'brandId' | 'couponId'>,
  ): Promise<OwnedCoupon | undefined> {
    if (couponId === undefined) {
      return undefined;
    }
    const coupon = await this.coupons.ofMember(reader, memberId, couponId);
    if (coupon?.row.brandId !== brandId || coupon.row.state !== 'available') {
      throw new Refusal('coupon_not_available');
    }
    return coupon;
  }

  private async placeOf(
    reader: Reader,
    memberId: number | null,
    { brandId, fulfilment }: WantedCart,
  ): Promise<CartPlace> {
    switch (fulfilment.kind) {
      case 'pickup': {
        const store = await this.stores.find(fulfilment.storeId);
        if (store?.brandId !== brandId || store.kind !== 'store') {
          throw new Refusal('fulfilment_unavailable');
        }
        return { fulfilment: 'pickup', storeId: store.id, address: null };
      }
      case 'delivery': {
        const warehouse = await this.stores.warehouseOf(brandId);
        const address =
          memberId === null ? undefined : await this.addresses.find(reader, memberId, fulfilment.addressId);
        if (!warehouse || !address) {
          throw new Refusal('fulfilment_unavailable');
        }
        const { id: _id, ...content } = address;
        return { fulfilment: 'delivery', storeId: warehouse.id, address: content };
      }
      default:
        return assertNever(fulfilment);
    }
  }
}

const PIECES_MAX = 99;

/** Two lines of one SKU are one line, so that stock and limits see the sum. */
function summedBySku(lines: WantedCart['lines']): { skuId: number; quantity: number }[] {
  const quantities = new Map<number, number>();
  for (const { skuId, quantity } of lines) {
    quantities.set(skuId, (quantities.get(skuId) ?? 0) + quantity);
  }
  return [...quantities].map(([skuId, quantity]) => {
    if (quantity > PIECES_MAX) {
      throw new Refusal('validation_failed', {
        fields: [{ field: 'lines', message: `每种商品一次最多买 ${PIECES_MAX} 件` }],
      });
    }
    return { skuId, quantity };
  });
}

function cartLines(
  wanted: readonly { readonly skuId: number; readonly quantity: number }[],
  onSale: readonly SkuOnSale[],
): CartLine[] {
  const bySku = new Map(onSale.map((sku) => [sku.id, sku]));
  return wanted.map(({ skuId, quantity }) => {
    const sku = bySku.get(skuId);
    if (!sku) {
      throw new Refusal('product_off_shelf');
    }
    const { productId, categoryIds, priceFen, memberPriceFen, weightG } = sku;
    return {
      skuId,
      productId,
      categoryIds,
      quantity,
      listFen: priceFen,
      memberFen: memberPriceFen,
      weightG,
    };
  });
}

export function toCartSku({
  id,
  kind,
  components,
  productId,
  productName,
  name,
  pictureUrl,
}: SkuOnSale): CartSku {
  const title = name === productName ? name : `${productName} ${name}`;
  return { id, kind, components, productId, title, pictureUrl };
}
