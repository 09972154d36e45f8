import { Block } from './block.js';
import { within, type BitSlices } from './bit-slices.js';

/**
 * What an expression comes to once its words are sets: joined by and, or, not and at-least-k. `S` is how a set is named.
 */
export type Plan<S> =
  | { readonly kind: 'all'; readonly of: readonly Plan<S>[] }
  | { readonly kind: 'any'; readonly of: readonly Plan<S>[] }
  | { readonly kind: 'at-least'; readonly count: number; readonly of: readonly Plan<S>[] }
  | { readonly kind: 'not'; readonly of: Plan<S> }
  | { readonly kind: 'set'; readonly set: S }
  | { readonly kind: 'range'; readonly number: S; readonly from: number; readonly to: number };

/** One block of all sets. */
export interface BlockSource<S> {
  members(set: S): Block;
  slices(number: S): BitSlices;
}

/** Who of `among` the plan means. Terms that leave few are asked first, and nobody left ends the asking. */
export function evaluate<S>(plan: Plan<S>, among: Block, source: BlockSource<S>): Block {
  if (among.isEmpty) {
    return among;
  }
  switch (plan.kind) {
    case 'set':
      return among.and(source.members(plan.set));
    case 'range':
      return within(source.slices(plan.number), plan.from, plan.to, among);
    case 'not':
      return among.andNot(evaluate(plan.of, among, source));
    case 'all':
      return inOrder(plan.of, source).reduce((left, one) => evaluate(one, left, source), among);
    case 'any':
      return anyOf(plan.of, among, source);
    case 'at-least':
      return atLeast(plan.count, plan.of, among, source);
  }
}

/** How many of `among` the plan means; the last intersection is counted without being made. */
export function countOf<S>(plan: Plan<S>, among: Block, source: BlockSource<S>): number {
  if (plan.kind === 'all') {
    const terms = inOrder(plan.of, source);
    const last = terms.at(-1);
    const left = terms.slice(0, -1).reduce((rest, one) => evaluate(one, rest, source), among);
    return last ? countOf(last, left, source) : left.count;
  }
  if (plan.kind === 'set') {
    return among.countAnd(source.members(plan.set));
  }
  if (plan.kind === 'not') {
    return among.count - countOf(plan.of, among, source);
  }
  return evaluate(plan, among, source).count;
}

/** Those who are in are not asked again: only the others may still come in. */
function anyOf<S>(plans: readonly Plan<S>[], among: Block, source: BlockSource<S>): Block {
  let found = Block.EMPTY;
  for (const plan of plans) {
    found =
      plan.kind === 'set'
        ? found.or(source.members(plan.set))
        : found.or(evaluate(plan, among.andNot(found), source));
  }
  return found.and(among);
}

/** reached[j] is who has met at least j + 1 of the terms so far. */
function atLeast<S>(count: number, plans: readonly Plan<S>[], among: Block, source: BlockSource<S>): Block {
  const reached = Array.from({ length: count }, () => Block.EMPTY);
  for (const plan of plans) {
    const met = evaluate(plan, among, source);
    for (let level = count - 1; level >= 0 && !met.isEmpty; level -= 1) {
      const before = level === 0 ? met : met.and(reached[level - 1] ?? Block.EMPTY);
      reached[level] = (reached[level] ?? Block.EMPTY).or(before);
    }
  }
  return reached[count - 1] ?? Block.EMPTY;
}

/** The smallest sets first; what has to be computed waits until few are left. */
function inOrder<S>(plans: readonly Plan<S>[], source: BlockSource<S>): readonly Plan<S>[] {
  return plans.length < 2
    ? plans
    : plans
        .map((plan) => ({ plan, cost: costOf(plan, source) }))
        .sort((a, b) => a.cost - b.cost)
        .map(({ plan }) => plan);
}

const COMPUTED = 2 ** 21;

function costOf<S>(plan: Plan<S>, source: BlockSource<S>): number {
  switch (plan.kind) {
    case 'set':
      return source.members(plan.set).weight;
    case 'not':
      return plan.of.kind === 'set' ? COMPUTED : 2 * COMPUTED + costOf(plan.of, source);
    case 'range':
      return 3 * COMPUTED;
    case 'all':
    case 'any':
    case 'at-least':
      return 2 * COMPUTED + plan.of.reduce((sum, one) => sum + costOf(one, source), 0);
  }
}
