export { RedemptionCode } from './RedemptionCode';
export { usePoints, usePointsEntries } from './use-points';
export { useRedeem, useRedemptions, useRewards } from './use-rewards';
