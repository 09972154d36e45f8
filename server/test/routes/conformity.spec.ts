import { deviations } from './conformity.js';
import type { Schema } from './contract.js';

const CARD: Schema = {
  type: 'object',
  required: ['no', 'points'],
  properties: {
    no: { type: 'string', pattern: '^\\d+$', maxLength: 4 },
    points: { type: 'integer', minimum: 0 },
    birthday: { type: 'string', format: 'date', nullable: true },
    stores: {
      type: 'array',
      maxItems: 1,
      items: { type: 'object', required: ['id'], properties: { id: { type: 'string' } } },
    },
    tier: { enum: ['gold', 'silver'] },
  },
};

describe('conformity with a schema', () => {
  it.each<[string, unknown]>([
    ['all there is', { no: '12', points: 0, birthday: '2000-01-01', stores: [{ id: 'x' }], tier: 'gold' }],
    ['what must be there', { no: '12', points: 3 }],
    ['a null where one is allowed', { no: '12', points: 3, birthday: null }],
  ])('accepts %s', (_what, value) => {
    expect(deviations(CARD, value)).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['a missing field', { no: '12' }, 'answer.points: missing'],
    ['an undocumented field', { no: '12', points: 1, phone: '1' }, 'answer.phone: not in the contract'],
    ['a text that does not match', { no: 'x', points: 1 }, 'answer.no: "x"'],
    ['a text that is too long', { no: '12345', points: 1 }, 'answer.no: "12345"'],
    ['a fraction', { no: '12', points: 1.5 }, 'answer.points: 1.5'],
    ['a number below its bound', { no: '12', points: -1 }, 'answer.points: -1'],
    ['a number as text', { no: '12', points: '1' }, 'answer.points: no number'],
    ['a null', { no: null, points: 1 }, 'answer.no: null'],
    ['a date that is none', { no: '12', points: 1, birthday: '1.1.2000' }, 'answer.birthday: "1.1.2000"'],
    [
      'a value of another list',
      { no: '12', points: 1, tier: 'iron' },
      'answer.tier: "iron" is none of its values',
    ],
    ['a long list', { no: '12', points: 1, stores: [{ id: 'x' }, { id: 'y' }] }, 'answer.stores: 2 items'],
    ['a fault deep inside', { no: '12', points: 1, stores: [{}] }, 'answer.stores[0].id: missing'],
    ['a list', [], 'answer: no object'],
  ])('reports %s', (_what, value, deviation) => {
    expect(deviations(CARD, value)).toEqual([deviation]);
  });

  it('does not pass over rules that it does not know', () => {
    expect(deviations({ type: 'string', contentEncoding: 'base64' } as Schema, 'x')).toEqual([
      "answer: the contract's contentEncoding is not understood",
    ]);
  });
});
