export { RedemptionCode } from './RedemptionCode';
export { usePoints, usePointsEntries, usePointsOutlook } from './use-points';
export { useGifts, useSignIns } from './use-sign-ins';
export { useRedeem, useRedemptions, useRewards } from './use-rewards';
