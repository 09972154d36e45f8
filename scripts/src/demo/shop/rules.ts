import type { Condition } from '@regulars/server/modules/loyalty/domain/reward-rule';
import type { RuleTrigger } from '@regulars/shared';

export interface RuleSeed {
  readonly name: string;
  readonly trigger: RuleTrigger;
  readonly condition: Condition;
  readonly amount: number;
}

const ALWAYS: Condition = { all: [], any: [] };

/** What every brand of the group gives beyond its rate: small things, and none for spending more. */
export const RULES = [
  { name: '每日签到', trigger: 'sign-in.made', condition: ALWAYS, amount: 1 },
  {
    name: '连续签到七天',
    trigger: 'sign-in.made',
    condition: { all: [{ fact: 'streak', is: 'every', value: 7 }], any: [] },
    amount: 10,
  },
  { name: '生日礼', trigger: 'birthday.come', condition: ALWAYS, amount: 66 },
  { name: '完善资料', trigger: 'profile.completed', condition: ALWAYS, amount: 20 },
] as const satisfies readonly RuleSeed[];
