import {
  SEGMENT_NUMBERS,
  type EventTerm,
  type NumberTerm,
  type SegmentExpression,
  type SegmentNumber,
  type SegmentNumberMeaning,
  type SetTerm,
} from '@regulars/shared';
import { addDays } from '../../../platform/clock/index.js';
import { NUMBER_MAX } from '../domain/bit-slices.js';
import type { Plan } from '../domain/evaluate.js';
import { ofBrand, ofProgram, type SetName } from '../sets/set-names.js';
import type { AudienceScope } from './audience-scope.js';

/** Everybody with a card of the brand: what an expression chooses from, and what "not" is taken from. */
export const membersOf = ({ brandId }: Pick<AudienceScope, 'brandId'>): SetName => ofBrand(brandId, 'member');

/** Where a number is kept. */
export function numberSet(
  name: SegmentNumber,
  { brandId, programId }: Omit<AudienceScope, 'today'>,
): SetName {
  return name === 'points' || name === 'growth'
    ? ofProgram(programId, 'number', name)
    : ofBrand(brandId, 'number', name);
}

/** Days are kept as numbers of days since 1970, so that nobody's number changes because a day goes by. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;

/** A member bought the product on the day. */
export const boughtOn = (productId: number | string, day: string): string => `${productId}@${day}`;

/** Turns what an expression says, with keys as numbers of rows, into sets joined by set algebra. */
export function planOf(expression: SegmentExpression, scope: AudienceScope): Plan<SetName> {
  const again = (inner: SegmentExpression): Plan<SetName> => planOf(inner, scope);
  if ('all' in expression) {
    return { kind: 'all', of: expression.all.map(again) };
  }
  if ('any' in expression) {
    return { kind: 'any', of: expression.any.map(again) };
  }
  if ('of' in expression) {
    return { kind: 'at-least', count: expression.atLeast, of: expression.of.map(again) };
  }
  if ('not' in expression) {
    return { kind: 'not', of: again(expression.not) };
  }
  if ('set' in expression) {
    return { kind: 'set', set: setOf(expression.set, scope) };
  }
  return 'number' in expression ? range(expression.number, scope) : eventDays(expression.event, scope);
}

function setOf({ kind, key }: SetTerm, { brandId, programId }: AudienceScope): SetName {
  return kind === 'tier' ? ofProgram(programId, kind, key) : ofBrand(brandId, kind, key);
}

function range({ name, from = 0, to = NUMBER_MAX }: NumberTerm, scope: AudienceScope): Plan<SetName> {
  const meaning: SegmentNumberMeaning = SEGMENT_NUMBERS[name];
  const number = numberSet(name, scope);
  if (!meaning.since) {
    return { kind: 'range', number, from, to };
  }
  const today = dayNumber(scope.today);
  return { kind: 'range', number, from: Math.max(0, today - to), to: today - from };
}

function eventDays(
  { kind, days, atLeast, key }: EventTerm,
  { brandId, today }: AudienceScope,
): Plan<SetName> {
  const of = Array.from({ length: days }, (_, back): Plan<SetName> => {
    const day = addDays(today, -back);
    const set = key === undefined ? ofBrand(brandId, kind, day) : ofBrand(brandId, kind, boughtOn(key, day));
    return { kind: 'set', set };
  });
  return atLeast === 1 ? { kind: 'any', of } : { kind: 'at-least', count: atLeast, of };
}

/** Every set and number that a plan asks for. */
export function setsOf(plan: Plan<SetName>): SetName[] {
  switch (plan.kind) {
    case 'set':
      return [plan.set];
    case 'range':
      return [plan.number];
    case 'not':
      return setsOf(plan.of);
    case 'all':
    case 'any':
    case 'at-least':
      return plan.of.flatMap(setsOf);
  }
}
