import { assertNever, type RuleTrigger } from '@regulars/shared';
import { earnedFor } from './earnings.js';

/** What is known about an event and the member it happened to. */
export type Facts = Readonly<Record<string, FactValue>>;
export type FactValue = number | string | readonly string[];

/** Which facts there are for each trigger, and how they compare. */
export const FACTS = {
  /** The member's tier by its place on the ladder. */
  tierLevel: 'number',
  daysSinceJoin: 'number',
  storeId: 'id',
  /** 1 is Monday. */
  weekday: 'number',
  /** 'MM-DD' */
  calendarDay: 'day',
  minuteOfDay: 'number',
  /** Of an order. */
  paidFen: 'number',
  /** 1 is the first order that is paid. */
  orderNumber: 'number',
  productIds: 'ids',
  /** Of signing in: days in a row, this one included. */
  streak: 'number',
} as const satisfies Record<string, 'number' | 'id' | 'ids' | 'day'>;
export type FactName = keyof typeof FACTS;

const EVERYWHERE = ['tierLevel', 'daysSinceJoin', 'weekday', 'calendarDay', 'minuteOfDay'] as const;

export const TRIGGER_FACTS: Readonly<Record<RuleTrigger, readonly FactName[]>> = {
  'order.paid': [...EVERYWHERE, 'storeId', 'paidFen', 'orderNumber', 'productIds'],
  'check-in.made': [...EVERYWHERE, 'storeId'],
  'sign-in.made': [...EVERYWHERE, 'streak'],
  'birthday.come': [...EVERYWHERE],
  'profile.completed': [...EVERYWHERE],
};

export const COMPARISONS = ['eq', 'gte', 'lte', 'in', 'every'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** One thing that must be so. `every` is for streaks: divisible by. */
export interface Test {
  readonly fact: FactName;
  readonly is: Comparison;
  readonly value: number | string | readonly (number | string)[];
}

/** All of `all`, and, when there are any, one of `any`. */
export interface Condition {
  readonly all: readonly Test[];
  readonly any: readonly Test[];
}

export type Reward =
  | { readonly kind: 'fixed'; readonly amount: number }
  /** Basis points of one point for each yuan; of these products alone when there are any. */
  | { readonly kind: 'per_yuan'; readonly bp: number; readonly productIds: readonly string[] };

/** What a rule gives one member at most; null is without bound. */
export interface Caps {
  readonly perEvent: number | null;
  readonly perDay: number | null;
  readonly perMember: number | null;
}

export interface RewardRule {
  readonly trigger: RuleTrigger;
  readonly condition: Condition;
  readonly reward: Reward;
  readonly caps: Caps;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
}

export interface RuleEvent {
  readonly trigger: RuleTrigger;
  readonly at: Date;
  readonly facts: Facts;
  /** What was paid for each product of an order. */
  readonly lines: readonly { readonly productId: string; readonly fen: number }[];
}

export function isInForce({ startsAt, endsAt }: Pick<RewardRule, 'startsAt' | 'endsAt'>, at: Date): boolean {
  return (startsAt === null || startsAt <= at) && (endsAt === null || at < endsAt);
}

export function holds({ all, any }: Condition, facts: Facts): boolean {
  return (
    all.every((test) => passes(test, facts)) && (any.length === 0 || any.some((test) => passes(test, facts)))
  );
}

/** A fact that isn't known passes no test. */
function passes({ fact, is, value }: Test, facts: Facts): boolean {
  const known = facts[fact];
  if (known === undefined) {
    return false;
  }
  const all = Array.isArray(known) ? (known as readonly string[]) : [known as number | string];
  const wanted = (Array.isArray(value) ? value : [value]) as readonly (number | string)[];
  const [first] = all;
  const [bound] = wanted;
  switch (is) {
    case 'eq':
    case 'in':
      return all.some((one) => wanted.includes(one));
    case 'gte':
      return first !== undefined && bound !== undefined && first >= bound;
    case 'lte':
      return first !== undefined && bound !== undefined && first <= bound;
    case 'every':
      return typeof first === 'number' && typeof bound === 'number' && first > 0 && first % bound === 0;
    default:
      return assertNever(is);
  }
}

/** What a rule gives for an event before anything is known of what it gave already. */
export function rewardFor(rule: RewardRule, event: RuleEvent): number {
  if (rule.trigger !== event.trigger || !isInForce(rule, event.at) || !holds(rule.condition, event.facts)) {
    return 0;
  }
  const { reward, caps } = rule;
  const amount =
    reward.kind === 'fixed' ? reward.amount : earnedFor(fenOf(reward.productIds, event), reward.bp);
  return Math.min(amount, caps.perEvent ?? amount);
}

function fenOf(productIds: readonly string[], { facts, lines }: RuleEvent): number {
  return productIds.length === 0
    ? Number(facts['paidFen'] ?? 0)
    : lines.reduce((sum, line) => sum + (productIds.includes(line.productId) ? line.fen : 0), 0);
}

/** What of it the caps let through, given what the rule gave this member today and ever. */
export function capped(
  { perDay, perMember }: Caps,
  amount: number,
  given: { today: number; ever: number },
): number {
  return Math.max(
    0,
    Math.min(
      amount,
      perDay === null ? amount : perDay - given.today,
      perMember === null ? amount : perMember - given.ever,
    ),
  );
}
