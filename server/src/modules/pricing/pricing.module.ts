import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrgModule } from '../org/index.js';
import { CouponTemplate } from './coupons/coupon-template.entity.js';
import { CouponTemplates } from './coupons/coupon-templates.js';
import { CouponUses } from './coupons/coupon-uses.js';
import { CouponWallet } from './coupons/coupon-wallet.js';
import { FreightTemplates } from './freight/freight-templates.js';
import { PointsRules } from './points/points-rules.js';
import { PromotionUses } from './promotions/promotion-uses.js';
import { Promotion } from './promotions/promotion.entity.js';
import { RunningPromotions } from './promotions/running-promotions.js';

@Module({
  imports: [TypeOrmModule.forFeature([Promotion, CouponTemplate]), OrgModule],
  providers: [
    FreightTemplates,
    PointsRules,
    PromotionUses,
    RunningPromotions,
    CouponTemplates,
    CouponWallet,
    CouponUses,
  ],
  exports: [FreightTemplates, PointsRules, PromotionUses, RunningPromotions, CouponWallet, CouponUses],
})
export class PricingModule {}
