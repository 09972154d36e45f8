import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CatalogueModule } from '../catalogue/index.js';
import { MembersModule } from '../members/index.js';
import { OrgModule } from '../org/index.js';
import { AdminCouponGivingController } from './coupons/admin-coupon-giving.controller.js';
import { AdminCouponTemplatesController } from './coupons/admin-coupon-templates.controller.js';
import { ClaimCoupon } from './coupons/claim-coupon.js';
import { CouponBatches, IssueCouponBatchJob } from './coupons/coupon-batches.js';
import { CouponDrops } from './coupons/coupon-drops.js';
import { CouponIssue } from './coupons/coupon-issue.js';
import { CouponTemplateLookup } from './coupons/coupon-template-lookup.js';
import { CouponBooks } from './coupons/coupon-books.js';
import { CouponTemplate } from './coupons/coupon-template.entity.js';
import { CouponTemplates } from './coupons/coupon-templates.js';
import { CouponUses } from './coupons/coupon-uses.js';
import { CouponWallet } from './coupons/coupon-wallet.js';
import { ExpireCoupons, VoidCouponsOfErasedMember } from './coupons/expire-coupons.js';
import { GiveCoupon } from './coupons/give-coupon.js';
import { MemberCouponsController } from './coupons/member-coupons.controller.js';
import { SaveCouponTemplate } from './coupons/save-coupon-template.js';
import { StaffCouponsController } from './coupons/staff-coupons.controller.js';
import { TransferCoupon } from './coupons/transfer-coupon.js';
import { UseAtCounter } from './coupons/use-at-counter.js';
import { AdminFreightController } from './freight/admin-freight.controller.js';
import { FreightTemplates } from './freight/freight-templates.js';
import { GoodsInScope } from './goods-in-scope.js';
import { AdminPointsRuleController } from './points/admin-points-rule.controller.js';
import { PointsRules } from './points/points-rules.js';
import { AdminPromotionsController } from './promotions/admin-promotions.controller.js';
import { MemberPromotionsController } from './promotions/member-promotions.controller.js';
import { PromotionUses } from './promotions/promotion-uses.js';
import { Promotion } from './promotions/promotion.entity.js';
import { RunningPromotions } from './promotions/running-promotions.js';
import { PromotionLookup } from './promotions/promotion-lookup.js';
import { SavePromotion } from './promotions/save-promotion.js';

@Module({
  imports: [TypeOrmModule.forFeature([Promotion, CouponTemplate]), OrgModule, MembersModule, CatalogueModule],
  controllers: [
    MemberPromotionsController,
    MemberCouponsController,
    StaffCouponsController,
    AdminPromotionsController,
    AdminCouponTemplatesController,
    AdminCouponGivingController,
    AdminFreightController,
    AdminPointsRuleController,
  ],
  providers: [
    GoodsInScope,
    FreightTemplates,
    PointsRules,
    PromotionUses,
    RunningPromotions,
    PromotionLookup,
    SavePromotion,
    CouponBooks,
    CouponTemplates,
    CouponTemplateLookup,
    SaveCouponTemplate,
    CouponIssue,
    ClaimCoupon,
    GiveCoupon,
    CouponDrops,
    CouponBatches,
    IssueCouponBatchJob,
    CouponWallet,
    CouponUses,
    UseAtCounter,
    TransferCoupon,
    ExpireCoupons,
    VoidCouponsOfErasedMember,
  ],
  exports: [
    FreightTemplates,
    PointsRules,
    PromotionUses,
    RunningPromotions,
    CouponBooks,
    CouponTemplates,
    CouponTemplateLookup,
    ClaimCoupon,
    GiveCoupon,
    CouponDrops,
    CouponWallet,
    CouponUses,
  ],
})
export class PricingModule {}
