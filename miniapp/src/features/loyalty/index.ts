export { RedemptionCode } from './RedemptionCode';
export { usePoints, usePointsEntries, usePointsOutlook } from './use-points';
export { useRedeem, useRedemptions, useRewards } from './use-rewards';
