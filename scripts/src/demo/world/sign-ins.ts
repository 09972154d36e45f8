import { holds } from '@regulars/server/modules/loyalty/domain/reward-rule';
import { expiresAt } from '@regulars/server/modules/loyalty/domain/points-terms';
import { BRAND_ZONE, addDays } from '@regulars/server/platform/clock/business-day';
import { RULES } from '../shop/rules.js';
import { booksOf, type Member } from './members.js';
import type { Brand } from './shop.js';
import type { World } from './world.js';

/** The last day on which somebody signed in with a brand, and how many in a row it was. */
const last = new WeakMap<Member, Map<number, { readonly day: string; readonly streak: number }>>();

/** Signs in for the day, with what the brand's rules give for it. */
export function signIn(world: World, member: Member, brand: Brand, at: number): void {
  const { tables, days, books } = world;
  const mine = last.get(member) ?? new Map<number, { readonly day: string; readonly streak: number }>();
  last.set(member, mine);
  const before = mine.get(brand.id);
  const day = days.nameOf(at);
  if (before?.day === day) {
    return;
  }
  const streak = before?.day === addDays(day, -1) ? before.streak + 1 : 1;
  mine.set(brand.id, { day, streak });
  const facts = { streak };
  const awards = RULES.map((rule, index) => ({ rule, id: brand.ruleIds[index] ?? 0 })).filter(
    ({ rule }) => rule.trigger === 'sign-in.made' && holds(rule.condition, facts),
  );
  const points = awards.reduce((sum, { rule }) => sum + rule.amount, 0);
  const eventId = tables.nextId('reward_event');
  tables.add('sign_in', {
    member_id: member.id,
    brand_id: brand.id,
    business_day: day,
    streak,
    points,
    at: new Date(at),
  });
  tables.add('reward_event', {
    id: eventId,
    program_id: brand.program.id,
    brand_id: brand.id,
    member_id: member.id,
    trigger_kind: 'sign-in.made',
    event_key: `sign-in:${brand.id}:${member.id}:${day}`,
    facts: JSON.stringify(facts),
    order_lines: '[]',
    points,
    growth: 0,
    business_day: day,
    at: new Date(at),
  });
  for (const { rule, id } of awards) {
    tables.add('reward_award', {
      event_id: eventId,
      rule_id: id,
      rule_version: 1,
      unit: 'points',
      amount: rule.amount,
      member_id: member.id,
      business_day: day,
    });
  }
  const text = awards.map(({ rule }) => rule.name).join('、');
  const cause = { kind: 'reward.given', id: eventId, text } as const;
  books.earn(booksOf(books, member, brand.program).points, points, cause, at, {
    expiresAt: expiresAt(brand.seed.terms, new Date(at), BRAND_ZONE),
  });
}
