import { Body, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { CurrentStaff, ForStaff, StaffApi, type StaffActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { CodeParam, Idempotency, IdempotencyKey } from '../../../platform/http/index.js';
import { MemberCodes, MembershipLookup, People } from '../../members/index.js';
import { requireStore } from '../../org/index.js';
import { COUPON_CODE } from './coupon-issue.js';
import { CouponTemplateLookup } from './coupon-template-lookup.js';
import { CouponWallet, type OwnedCoupon } from './coupon-wallet.js';
import { toCouponView } from './coupon.view.js';
import { GiveCouponBody, StaffCouponQuery, UseCouponBody } from './coupons.dto.js';
import { GiveCoupon } from './give-coupon.js';
import { GivableCouponsView, StaffCouponView } from './staff-coupon.view.js';
import { UseAtCounter } from './use-at-counter.js';

@StaffApi('')
export class StaffCouponsController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly idempotency: Idempotency,
    private readonly people: People,
    private readonly memberCodes: MemberCodes,
    private readonly memberships: MembershipLookup,
    private readonly templates: CouponTemplateLookup,
    private readonly wallet: CouponWallet,
    private readonly giveCoupon: GiveCoupon,
    private readonly counter: UseAtCounter,
    private readonly clock: Clock,
  ) {}

  /** What the code stands for, before it is written off. */
  @Get('coupons/:code')
  @ForStaff('coupons.use')
  @ApiOkResponse({ type: StaffCouponView })
  async find(
    @CurrentStaff() staff: StaffActor,
    @CodeParam('code', COUPON_CODE) code: string,
    @Query() { storeId }: StaffCouponQuery,
  ): Promise<StaffCouponView> {
    requireStore(staff, storeId);
    return this.view(await this.counter.find(this.database, staff, code), storeId);
  }

  @Post('coupons/use')
  @HttpCode(200)
  @ForStaff('coupons.use')
  @ApiOkResponse({ type: StaffCouponView })
  async use(
    @CurrentStaff() staff: StaffActor,
    @Body() { code, storeId }: UseCouponBody,
  ): Promise<StaffCouponView> {
    const used = await this.unitOfWork.run((tx) => this.counter.execute(tx, staff, code, storeId));
    return this.view(used, storeId);
  }

  /** What the staff may still give today. */
  @Get('coupon-templates')
  @ForStaff('coupons.give')
  @ApiOkResponse({ type: GivableCouponsView })
  givable(@CurrentStaff() staff: StaffActor): Promise<GivableCouponsView> {
    return this.templates.givable(staff);
  }

  @Post('coupons')
  @ForStaff('coupons.give')
  @ApiCreatedResponse({ type: StaffCouponView })
  give(
    @CurrentStaff() staff: StaffActor,
    @IdempotencyKey() key: string,
    @Body() body: GiveCouponBody,
  ): Promise<StaffCouponView> {
    const request = { actor: `staff:${staff.staffId}`, key, route: 'coupons.give', body };
    return this.idempotency.run(request, async (tx) => {
      const { membershipId, window } = this.memberCodes.read(body.memberCode);
      const { memberId } = await this.memberships.byIdInBrand(tx, membershipId, staff.brandId);
      const couponId = await this.giveCoupon.byStaff(tx, staff, {
        templateId: body.templateId,
        memberId,
        // A code that was shown once gives one coupon of a kind.
        causeKey: `${body.templateId}:${membershipId}:${window}`,
      });
      const owned = await this.wallet.byId(tx, couponId);
      if (!owned) {
        throw new Error(`Coupon ${couponId} was given and is not there`);
      }
      return this.view(owned, undefined);
    });
  }

  private async view(owned: OwnedCoupon, storeId: number | undefined): Promise<StaffCouponView> {
    const person = await this.people.find(this.database, owned.row.memberId);
    return {
      ...toCouponView(owned, this.clock.now()),
      memberName: person?.name ?? null,
      obstacle: storeId === undefined ? null : (this.counter.obstacle(owned, storeId) ?? null),
    };
  }
}
