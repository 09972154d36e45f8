import { RULE_TRIGGERS, type RuleTrigger } from '@regulars/shared';
import {
  Flag,
  Instant,
  ListOf,
  Nested,
  OneOf,
  OpaqueId,
  PublicId,
  Refusal,
  Text,
  ListOfText,
  Whole,
} from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import {
  COMPARISONS,
  FACTS,
  TRIGGER_FACTS,
  type Comparison,
  type FactName,
  type Test,
} from '../domain/reward-rule.js';
import { POINTS_MAX } from '../rewards/reward.view.js';
import type { RuleContent, SavedRule } from './reward-rules.repository.js';
import type { Trial } from './try-rule.js';

const FACT_NAMES = Object.keys(FACTS) as FactName[];
const BP_MAX = 1_000_000;
/** Numbers, days and public ids. */
const PRINTABLE = /^[\x21-\x7e]+$/;

export class RuleTest {
  @OneOf(FACT_NAMES, { name: 'RuleFact', doc: 'What is looked at' })
  fact: FactName;

  @OneOf(COMPARISONS, { name: 'RuleComparison', doc: 'How it compares; `every` is divisible by' })
  is: Comparison;

  @ListOfText({
    max: 50,
    min: 1,
    length: 40,
    pattern: PRINTABLE,
    doc: 'With what; more than one for `in` alone',
  })
  values: string[];
}

export class RuleCondition {
  @ListOf(() => RuleTest, { max: 10, doc: 'All of these' })
  all: RuleTest[];

  @ListOf(() => RuleTest, { max: 10, doc: 'And one of these, when there are any' })
  any: RuleTest[];
}

export class RuleReward {
  @OneOf(['fixed', 'per_yuan'], { name: 'RuleRewardKind', doc: 'A number, or so much for each yuan' })
  kind: 'fixed' | 'per_yuan';

  @Whole({ min: 1, max: BP_MAX, doc: 'How many; for each yuan in basis points of one: 10000 is one' })
  amount: number;

  @ListOfText({
    max: 50,
    length: 40,
    pattern: PRINTABLE,
    doc: 'For each yuan paid for these products alone; for everything when empty',
  })
  productIds: string[];
}

export class RuleCaps {
  @Whole({ min: 1, max: POINTS_MAX, nullable: true, doc: 'At most for one order or visit' })
  perEvent: number | null;

  @Whole({ min: 1, max: POINTS_MAX, nullable: true, doc: 'At most for one member a day' })
  perDay: number | null;

  @Whole({ min: 1, max: POINTS_MAX, nullable: true, doc: 'At most for one member ever' })
  perMember: number | null;
}

export class RewardRuleContent {
  @Text({ max: 40, doc: 'Its name; members read it on their statement' })
  name: string;

  @OneOf(RULE_TRIGGERS, { name: 'RuleTrigger', doc: 'What it is given for' })
  trigger: RuleTrigger;

  @OneOf(['points', 'growth'], { name: 'RuleUnit', doc: 'What it gives' })
  unit: 'points' | 'growth';

  @Nested(() => RuleCondition, { doc: 'What must be so' })
  condition: RuleCondition;

  @Nested(() => RuleReward, { doc: 'How much' })
  reward: RuleReward;

  @Nested(() => RuleCaps, { doc: 'At most' })
  caps: RuleCaps;

  @Instant({ nullable: true, doc: 'From when; at once when null' })
  startsAt: string | null;

  @Instant({ nullable: true, doc: 'Until when; for ever when null' })
  endsAt: string | null;

  @Flag({ doc: 'Whether it gives anything' })
  active: boolean;
}

export class RewardRuleBody extends RewardRuleContent {
  @PublicId('brand', { doc: 'Whose members' })
  brandId: number;
}

export class RewardRuleView extends RewardRuleContent {
  @OpaqueId('reward-rule', { doc: 'The rule' })
  id: string;

  @Whole({ min: 1, max: 1_000_000, doc: 'Its newest version' })
  version: number;
}

export class RewardRulesView {
  @ListOf(() => RewardRuleView, { max: 500, doc: 'The rules' })
  items: RewardRuleView[];
}

export class TrialView {
  @Whole({ min: 0, max: POINTS_MAX, doc: 'What happened in the last 30 days' })
  events: number;

  @Whole({ min: 0, max: POINTS_MAX, doc: 'Members who would have got something' })
  members: number;

  @Whole({ min: 0, max: Number.MAX_SAFE_INTEGER, doc: 'What they would have got in all' })
  amount: number;
}

/** @throws Refusal `validation_failed` for what doesn't fit together */
export function toRuleContent(body: RewardRuleContent): RuleContent {
  const { reward } = body;
  if (reward.kind === 'per_yuan' && body.trigger !== 'order.paid') {
    throw wrong('reward.kind', '只有消费可以按每元计算');
  }
  const startsAt = body.startsAt === null ? null : new Date(body.startsAt);
  const endsAt = body.endsAt === null ? null : new Date(body.endsAt);
  if (startsAt && endsAt && startsAt >= endsAt) {
    throw wrong('endsAt', '结束时间应晚于开始时间');
  }
  return {
    name: body.name,
    trigger: body.trigger,
    unit: body.unit,
    condition: {
      all: body.condition.all.map((test, index) => toTest(body.trigger, test, `condition.all.${index}`)),
      any: body.condition.any.map((test, index) => toTest(body.trigger, test, `condition.any.${index}`)),
    },
    reward:
      reward.kind === 'fixed'
        ? { kind: 'fixed', amount: reward.amount }
        : { kind: 'per_yuan', bp: reward.amount, productIds: reward.productIds },
    caps: { ...body.caps },
    startsAt,
    endsAt,
    active: body.active,
  };
}

function toTest(trigger: RuleTrigger, { fact, is, values }: RuleTest, field: string): Test {
  if (!TRIGGER_FACTS[trigger].includes(fact)) {
    throw wrong(field, '这个条件在这里用不上');
  }
  if (is !== 'in' && values.length !== 1) {
    throw wrong(field, '只能填一个值');
  }
  const kind = FACTS[fact];
  if ((kind === 'id' || kind === 'ids') && is !== 'in' && is !== 'eq') {
    throw wrong(field, '只能选「是其中之一」');
  }
  const typed = values.map((value) => {
    if (kind === 'number') {
      if (!/^\d{1,10}$/.test(value) || (is === 'every' && Number(value) === 0)) {
        throw wrong(field, '应为整数');
      }
      return Number(value);
    }
    if (kind === 'day' && !/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(value)) {
      throw wrong(field, '日期格式应为 06-18');
    }
    return value;
  });
  const [first = ''] = typed;
  return { fact, is, value: is === 'in' ? typed : first };
}

const wrong = (field: string, message: string): Refusal =>
  new Refusal('validation_failed', { fields: [{ field, message }] });

export function toRewardRuleView(rule: SavedRule): RewardRuleView {
  const { reward, condition } = rule;
  const tests = (list: readonly Test[]): RuleTest[] =>
    list.map(({ fact, is, value }) => ({
      fact,
      is,
      values: (Array.isArray(value) ? (value as (number | string)[]) : [value as number | string]).map(
        String,
      ),
    }));
  return {
    id: toPublicId('reward-rule', rule.id),
    version: rule.version,
    name: rule.name,
    trigger: rule.trigger,
    unit: rule.unit,
    condition: { all: tests(condition.all), any: tests(condition.any) },
    reward:
      reward.kind === 'fixed'
        ? { kind: 'fixed', amount: reward.amount, productIds: [] }
        : { kind: 'per_yuan', amount: reward.bp, productIds: [...reward.productIds] },
    caps: { ...rule.caps },
    startsAt: rule.startsAt?.toISOString() ?? null,
    endsAt: rule.endsAt?.toISOString() ?? null,
    active: rule.active,
  };
}

export const toTrialView = ({ events, members, amount }: Trial): TrialView => ({ events, members, amount });
