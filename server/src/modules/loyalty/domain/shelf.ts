import { assertNever, formatPoints, type ErrorCode } from '@regulars/shared';

/** The part of a reward that decides whether it may be redeemed. */
export interface RewardTerms {
  readonly status: 'on_shelf' | 'off_shelf';
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly points: number;
  readonly stock: number;
  readonly perMemberLimit: number | null;
}

/** Who looks at the shelf. */
export interface Shopper {
  readonly joined: boolean;
  readonly points: number;
  /** How many of this reward are theirs already. */
  readonly taken: number;
}

export type Obstacle = Extract<
  ErrorCode,
  | 'reward_not_available'
  | 'membership_required'
  | 'reward_out_of_stock'
  | 'reward_limit_reached'
  | 'not_enough_points'
>;

export function isOnShelf({ status, startsAt, endsAt }: RewardTerms, now: Date): boolean {
  return status === 'on_shelf' && (startsAt === null || startsAt <= now) && (endsAt === null || now < endsAt);
}

/** Why a reward can't be redeemed, the first thing that can't be helped first; undefined when it can. */
export function obstacleTo(reward: RewardTerms, shopper: Shopper, now: Date): Obstacle | undefined {
  if (!isOnShelf(reward, now)) {
    return 'reward_not_available';
  }
  if (reward.stock <= 0) {
    return 'reward_out_of_stock';
  }
  if (!shopper.joined) {
    return 'membership_required';
  }
  if (reward.perMemberLimit !== null && shopper.taken >= reward.perMemberLimit) {
    return 'reward_limit_reached';
  }
  return shopper.points < reward.points ? 'not_enough_points' : undefined;
}

/** What the shelf says beside a reward that can't be redeemed: short enough for a button. */
export function reasonFor(obstacle: Obstacle, reward: RewardTerms, shopper: Shopper): string {
  switch (obstacle) {
    case 'reward_not_available':
      return '暂不可兑';
    case 'reward_out_of_stock':
      return '已兑完';
    case 'membership_required':
      return '入会后可兑';
    case 'reward_limit_reached':
      return '已达兑换上限';
    case 'not_enough_points':
      return `还差 ${formatPoints(reward.points - shopper.points)} 积分`;
    default:
      return assertNever(obstacle);
  }
}
