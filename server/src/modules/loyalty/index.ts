export { LoyaltyModule } from './loyalty.module.js';

export { DefineProgram, type ProgramDefinition } from './program/define-program.js';
export { ProgramRules } from './program/program-rules.js';
export { Shoppers } from './program/shoppers.js';
export { Standings, type Standing } from './program/standings.js';

export { EarningsLookup, type EarningCheck } from './earnings/earnings-lookup.js';
export { SetPointsTerms } from './terms/set-points-terms.js';

export { GiveRewards } from './rules/give-rewards.js';
export { EarnForOrder, type PaidOrder } from './earnings/earn-for-order.js';
export { TakeBackForRefund, type RefundedOrder } from './earnings/take-back-for-refund.js';
export { RewardCheckIn } from './earnings/reward-check-in.js';

export { CreateReward, type NewReward } from './rewards/create-reward.js';
export { RedemptionLookup } from './redemptions/redemption-lookup.js';
export { StaffRedemptionView } from './redemptions/redemption.view.js';

export { Cards } from './card/cards.js';
export { CardView, TierView, toTierView } from './card/card.view.js';
