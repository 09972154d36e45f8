/** How points pay, as the program says. */
export interface PointsRule {
  readonly enabled: boolean;
  /** What a yuan costs in points. */
  readonly pointsPerYuan: number;
  /** Fewer are not worth the trouble. */
  readonly minPoints: number;
  /** At most so many an order; null: no limit. */
  readonly maxPoints: number | null;
  /** At most this share of the goods. */
  readonly maxRateBp: number;
  /** Whether they pay together with a coupon. */
  readonly withCoupons: boolean;
}

export interface PointsPayment {
  readonly points: number;
  readonly amountFen: number;
}

export const NO_POINTS: PointsPayment = { points: 0, amountFen: 0 };

/** What these points pay of goods that cost this much: as few points as buy the same amount. */
export function payWithPoints(rule: PointsRule, points: number, goodsFen: number): PointsPayment {
  const { pointsPerYuan, minPoints, maxPoints, maxRateBp } = rule;
  const capFen = (BigInt(goodsFen) * BigInt(maxRateBp)) / 10_000n;
  const rate = BigInt(pointsPerYuan);
  // The most points that still pay no more than the cap.
  const mostPoints = ((capFen + 1n) * rate + 99n) / 100n - 1n;
  const spent = [BigInt(points), BigInt(maxPoints ?? points), mostPoints].reduce((a, b) => (a < b ? a : b));
  const amountFen = (spent * 100n) / rate;
  const needed = (amountFen * rate + 99n) / 100n;
  return !rule.enabled || amountFen <= 0n || needed < BigInt(minPoints)
    ? NO_POINTS
    : { points: Number(needed), amountFen: Number(amountFen) };
}
