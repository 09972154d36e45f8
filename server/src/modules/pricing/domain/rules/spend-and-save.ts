import { formatFen } from '@regulars/shared';
import type { Rule } from '../cart.js';
import type { PricedLine } from '../line.js';
import { spread, totalOf } from '../lines.js';
import type { SpendAndSave, SpendTier } from '../promotions.js';
import { isInScope } from '../scope.js';

interface Fit {
  readonly promotion: SpendAndSave;
  readonly tier: SpendTier;
  readonly goods: ReadonlySet<PricedLine>;
}

/** The promotion that saves most comes first; a line takes part in one only. */
export const spendAndSave: Rule = ({ spendAndSaves = [] }, lines) => {
  let priced = lines;
  let open = [...spendAndSaves];
  for (;;) {
    const [best] = open.flatMap((promotion) => fitOf(promotion, priced)).toSorted(byWorth);
    if (!best) {
      return priced;
    }
    priced = applied(priced, best);
    open = open.filter(({ id }) => id !== best.promotion.id);
  }
};

function fitOf(promotion: SpendAndSave, lines: readonly PricedLine[]): Fit[] {
  const goods = goodsOf(promotion, lines);
  const goodsFen = totalOf([...goods]);
  const [tier] = promotion.tiers
    .filter(({ fromFen }) => goods.size > 0 && fromFen <= goodsFen)
    .toSorted((a, b) => b.offFen - a.offFen || a.fromFen - b.fromFen);
  return tier ? [{ promotion, tier, goods }] : [];
}

function goodsOf({ scope }: SpendAndSave, lines: readonly PricedLine[]): ReadonlySet<PricedLine> {
  return new Set(
    lines.filter(
      (line) =>
        line.totalFen > 0 &&
        isInScope(scope, line) &&
        !line.discounts.some(({ rule }) => rule === 'spend-and-save'),
    ),
  );
}

function byWorth(a: Fit, b: Fit): number {
  return b.tier.offFen - a.tier.offFen || a.promotion.id - b.promotion.id;
}

function applied(lines: readonly PricedLine[], { promotion, tier, goods }: Fit): readonly PricedLine[] {
  const { id, name, stacking } = promotion;
  const marked = lines.map((line) =>
    goods.has(line)
      ? {
          ...line,
          allows: {
            coupons: line.allows.coupons && stacking.coupons,
            points: line.allows.points && stacking.points,
          },
        }
      : line,
  );
  return spread(marked, new Set(marked.filter((_, index) => goods.has(lines[index] as PricedLine))), {
    rule: 'spend-and-save',
    ruleId: id,
    label: `满 ${formatFen(tier.fromFen)} 减 ${formatFen(tier.offFen)}「${name}」`,
    amountFen: tier.offFen,
  });
}

/** What is missing to save, or to save more, in words; the nearest only. */
export function nextSaving(
  promotions: readonly SpendAndSave[],
  lines: readonly PricedLine[],
): string | undefined {
  const [nearest] = promotions
    .flatMap((promotion) => {
      const goods = lines.filter((line) => isInScope(promotion.scope, line));
      // What this very promotion took off still counts towards its next tier.
      const goodsFen = goods.reduce(
        (total, { totalFen, discounts }) =>
          total +
          discounts.reduce(
            (sum, { rule, amountFen }) => (COUNTED_AFTER.has(rule) ? sum + amountFen : sum),
            totalFen,
          ),
        0,
      );
      return promotion.tiers
        .filter(({ fromFen }) => goods.length > 0 && fromFen > goodsFen)
        .map(({ fromFen, offFen }) => ({ missingFen: fromFen - goodsFen, offFen }));
    })
    .toSorted((a, b) => a.missingFen - b.missingFen || b.offFen - a.offFen);
  return nearest && `再买 ${formatFen(nearest.missingFen)}，可减 ${formatFen(nearest.offFen)}`;
}

const COUNTED_AFTER: ReadonlySet<string> = new Set(['spend-and-save', 'coupon', 'points']);
