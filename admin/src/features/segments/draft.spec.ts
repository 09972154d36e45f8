import type { SegmentExpression } from '@regulars/shared';
import { draftOf, expressionOf, newLine } from './draft';

const expression: SegmentExpression = {
  all: [
    { set: { kind: 'tag', key: 'tg_1' } },
    { not: { number: { name: 'spend-365', from: 20_000 } } },
    { event: { kind: 'bought-product', days: 90, atLeast: 2, key: 'pr_1' } },
  ],
};

it('reads the lines it wrote', () => {
  const draft = draftOf(expression);
  expect(draft?.lines.map(({ kind, not, from }) => [kind, not, from])).toEqual([
    ['tag', false, undefined],
    ['number', true, 200],
    ['event', false, undefined],
  ]);
  expect(draft && expressionOf(draft)).toEqual(expression);
});

it('says nothing as long as a line is not filled in', () => {
  expect(expressionOf({ join: 'all', lines: [] })).toBeUndefined();
  expect(expressionOf({ join: 'all', lines: [newLine('tag')] })).toBeUndefined();
  expect(expressionOf({ join: 'all', lines: [newLine('number')] })).toBeUndefined();
  expect(expressionOf({ join: 'any', lines: [{ ...newLine('number'), from: 0 }] })).toEqual({
    any: [{ number: { name: 'spend-365', from: 0 } }],
  });
});

it('leaves alone what lines can not show', () => {
  expect(draftOf({ atLeast: 1, of: [{ set: { kind: 'tag', key: 'tg_1' } }] })).toBeUndefined();
  expect(draftOf({ all: [{ any: [{ set: { kind: 'tag', key: 'tg_1' } }] }] })).toBeUndefined();
});
