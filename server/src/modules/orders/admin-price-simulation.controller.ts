import { Body, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import { Database } from '../../platform/database/index.js';
import { Instant, ListOf, PublicId, Refusal, Text, Whole } from '../../platform/http/index.js';
import { StockLookup } from '../inventory/index.js';
import { MembershipLookup } from '../members/index.js';
import { StoreLookup, requireBrand } from '../org/index.js';
import { FreightTemplates } from '../pricing/index.js';
import { OfferCoupons } from './coupon-offers.js';
import { CartLineBody } from './orders.dto.js';
import { PriceCart, type CartPlace } from './price-cart.js';
import { QuoteView, toQuoteView } from './quote.view.js';

class PriceSimulationBody {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;

  @PublicId('member', { optional: true, doc: 'As this member sees it; as a stranger when absent' })
  memberId?: number;

  @ListOf(() => CartLineBody, { min: 1, max: 50, doc: 'What is in the cart' })
  lines: CartLineBody[];

  @PublicId('store', { optional: true, doc: 'Picked up here; delivered when absent' })
  storeId?: number;

  @Text({ max: 20, optional: true, doc: 'With delivery: the province it goes to' })
  province?: string;

  @PublicId('coupon', { optional: true, doc: 'One of the member’s coupons' })
  couponId?: number;

  @Whole({ min: 0, max: 1_000_000_000, optional: true, doc: 'Points to pay with, at most' })
  points?: number;

  @Instant({ optional: true, doc: 'At this time; now when absent' })
  at?: string;
}

/** This member, this cart, this time: this price, because of these rules. Asks the very pipeline that customers ask. */
@AdminApi('price-simulations')
export class AdminPriceSimulationController {
  constructor(
    private readonly database: Database,
    private readonly memberships: MembershipLookup,
    private readonly stores: StoreLookup,
    private readonly freight: FreightTemplates,
    private readonly stock: StockLookup,
    private readonly priceCart: PriceCart,
    private readonly offerCoupons: OfferCoupons,
    private readonly clock: Clock,
  ) {}

  @Post()
  @HttpCode(200)
  @ForAdmin('promotions.see')
  @ApiOkResponse({ type: QuoteView })
  async simulate(
    @CurrentAdmin() admin: AdminActor,
    @Body() { memberId: asked, at, ...body }: PriceSimulationBody,
  ): Promise<QuoteView> {
    const memberId = asked ?? null;
    requireBrand(admin, body.brandId);
    if (memberId !== null) {
      await this.memberships.inBrand(this.database, memberId, body.brandId);
    }
    const place = await this.placeOf(body);
    const now = at === undefined ? this.clock.now() : new Date(at);
    const zone =
      place.fulfilment === 'delivery'
        ? await this.freight.zoneOf(body.brandId, body.province ?? '')
        : undefined;
    if (place.fulfilment === 'delivery' && !zone) {
      throw new Refusal('fulfilment_unavailable', { detail: '这个地区暂时不在配送范围内。' });
    }
    const cart = await this.priceCart.price(this.database, memberId, body, place, { freight: zone, now });
    const available = await this.stock.available(this.database, [...cart.skus.keys()], cart.storeId);
    const coupons = await this.offerCoupons.execute(this.database, memberId, body.brandId, cart);
    return toQuoteView({ ...cart, available }, coupons);
  }

  private async placeOf({
    brandId,
    storeId,
  }: Pick<PriceSimulationBody, 'brandId' | 'storeId'>): Promise<CartPlace> {
    if (storeId !== undefined) {
      const store = await this.stores.getOf(brandId, storeId);
      return { fulfilment: 'pickup', storeId: store.id, address: null };
    }
    const warehouse = await this.stores.warehouseOf(brandId);
    if (!warehouse) {
      throw new Refusal('fulfilment_unavailable');
    }
    return { fulfilment: 'delivery', storeId: warehouse.id, address: null };
  }
}
