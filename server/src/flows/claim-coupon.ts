import { Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import {
  CurrentMember,
  ForMember,
  ForVisitor,
  MemberApi,
  Visitor,
  type MemberActor,
  type VisitorActor,
} from '../platform/auth/index.js';
import { Clock } from '../platform/clock/index.js';
import { Database, type Reader, type Tx } from '../platform/database/index.js';
import {
  CodeParam,
  IdParam,
  Idempotency,
  IdempotencyKey,
  Refusal,
  notFound,
} from '../platform/http/index.js';
import { toPublicId } from '../platform/ids/index.js';
import { Standings } from '../modules/loyalty/index.js';
import { MembershipLookup } from '../modules/members/index.js';
import { BrandLookup } from '../modules/org/index.js';
import {
  BrandCouponsQuery,
  ClaimCoupon,
  CouponCentreView,
  CouponDrops,
  CouponTemplateLookup,
  CouponTemplates,
  CouponView,
  CouponWallet,
  DROP_CODE,
  DropView,
  toCouponView,
  toTermsView,
} from '../modules/pricing/index.js';

/** Coupons that members take themselves; which they may have can depend on their tier. */
@MemberApi('')
export class ClaimCouponController {
  constructor(
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly brands: BrandLookup,
    private readonly memberships: MembershipLookup,
    private readonly standings: Standings,
    private readonly templates: CouponTemplates,
    private readonly lookup: CouponTemplateLookup,
    private readonly claimCoupon: ClaimCoupon,
    private readonly drops: CouponDrops,
    private readonly wallet: CouponWallet,
    private readonly clock: Clock,
  ) {}

  @Get('coupon-centre')
  @ForVisitor()
  @ApiOkResponse({ type: CouponCentreView })
  async centre(
    @Visitor() { memberId }: VisitorActor,
    @Query() { brandId }: BrandCouponsQuery,
  ): Promise<CouponCentreView> {
    const level = memberId === null ? 0 : await this.tierLevel(this.database, memberId, brandId);
    return this.lookup.centre(brandId, memberId, level);
  }

  @Post('coupon-templates/:id/claims')
  @ForMember()
  @ApiCreatedResponse({ type: CouponView })
  claim(
    @CurrentMember() { memberId }: MemberActor,
    @IdParam('id', 'coupon-template') templateId: number,
    @IdempotencyKey() key: string,
  ): Promise<CouponView> {
    const request = { actor: `member:${memberId}`, key, route: `coupons.claim:${templateId}`, body: null };
    return this.idempotency.run(request, async (tx) => {
      const template = await this.claimCoupon.template(tx, templateId);
      await this.memberships.ofCaller(tx, memberId, template.brandId);
      const tierLevel =
        template.tierLevelFrom === null ? 0 : await this.tierLevel(tx, memberId, template.brandId);
      const claim = { templateId, memberId, tierLevel };
      return this.view(tx, memberId, await this.claimCoupon.execute(tx, template, claim));
    });
  }

  @Get('coupon-drops/:code')
  @ForVisitor()
  @ApiOkResponse({ type: DropView })
  async drop(@CodeParam('code', DROP_CODE) code: string): Promise<DropView> {
    const drop = await this.drops.byCode(this.database, code);
    const template = drop && (await this.templates.find(this.database, drop.templateId));
    if (!template) {
      throw notFound();
    }
    const { name, brandId, startsAt, endsAt, perGroup, group } = drop;
    return {
      name,
      group: group.name,
      brandId: toPublicId('brand', brandId),
      terms: toTermsView(template),
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
      left: Math.max(0, perGroup - group.taken),
      perGroup,
    };
  }

  @Post('coupon-drops/:code/claims')
  @ForMember()
  @ApiCreatedResponse({ type: CouponView })
  claimDrop(
    @CurrentMember() { memberId }: MemberActor,
    @CodeParam('code', DROP_CODE) code: string,
    @IdempotencyKey() key: string,
  ): Promise<CouponView> {
    const request = { actor: `member:${memberId}`, key, route: `coupons.drop:${code}`, body: null };
    return this.idempotency.run(request, async (tx) => {
      const drop = await this.drops.byCode(tx, code);
      const template = drop && (await this.templates.find(tx, drop.templateId));
      if (!template) {
        throw notFound();
      }
      await this.memberships.ofCaller(tx, memberId, drop.brandId);
      const { tierLevelFrom } = template;
      if (tierLevelFrom !== null && (await this.tierLevel(tx, memberId, drop.brandId)) < tierLevelFrom) {
        throw new Refusal('coupon_not_claimable', { detail: '升级会员等级后可以领取。' });
      }
      return this.view(tx, memberId, await this.drops.claim(tx, drop, template, memberId));
    });
  }

  private async tierLevel(reader: Reader, memberId: number, brandId: number): Promise<number> {
    const { programId } = await this.brands.get(brandId);
    return (await this.standings.of(reader, { memberId, programId })).tier.level;
  }

  private async view(tx: Tx, memberId: number, couponId: number): Promise<CouponView> {
    const owned = await this.wallet.ofMember(tx, memberId, couponId);
    if (!owned) {
      throw new Error(`Coupon ${couponId} was given and is not there`);
    }
    return toCouponView(owned, this.clock.now());
  }
}
