export { LoyaltyModule } from './loyalty.module.js';

export { DefineProgram, type ProgramDefinition } from './program/define-program.js';
export { Standings, type Standing } from './program/standings.js';

export { EarnForOrder, type PaidOrder } from './earnings/earn-for-order.js';
export { TakeBackForRefund, type RefundedOrder } from './earnings/take-back-for-refund.js';
export { RewardCheckIn } from './earnings/reward-check-in.js';

export { CreateReward, type NewReward } from './rewards/create-reward.js';
export { RedemptionLookup } from './redemptions/redemption-lookup.js';
export { StaffRedemptionView } from './redemptions/redemption.view.js';

export { Cards } from './card/cards.js';
export { CardView, TierView, toTierView } from './card/card.view.js';
