import {
  SEGMENT_LIMITS,
  describeSegment,
  mapSegmentKeys,
  parseSegmentExpression,
  type SegmentExpression,
} from './segments.js';

const tag = (key: string): SegmentExpression => ({ set: { kind: 'tag', key } });
const faultsOf = (value: unknown) => {
  const parsed = parseSegmentExpression(value);
  return parsed.ok ? [] : parsed.faults.map(({ field }) => field);
};

describe('a segment expression', () => {
  it.each([
    [null, 'expression'],
    ['tag', 'expression'],
    [{}, 'expression'],
    [{ all: [] }, 'expression.all'],
    [{ all: tag('a') }, 'expression.all'],
    [{ all: [tag('a')], any: [tag('a')] }, 'expression.any'],
    [{ set: { kind: 'tag' } }, 'expression.set.key'],
    [{ set: { kind: 'tag', key: "'; DROP" } }, 'expression.set.key'],
    [{ set: { kind: 'colour', key: 'a' } }, 'expression.set.kind'],
    [{ set: { kind: 'tag', key: 'a', more: 1 } }, 'expression.set.more'],
    [{ not: { any: [tag('a'), { number: { name: 'points' } }] } }, 'expression.not.any[1].number'],
    [{ number: { name: 'points', from: -1 } }, 'expression.number.from'],
    [{ number: { name: 'points', from: 1.5 } }, 'expression.number.from'],
    [{ number: { name: 'points', from: 5, to: 4 } }, 'expression.number.to'],
    [{ event: { kind: 'ordered', days: 0, atLeast: 1 } }, 'expression.event.days'],
    [{ event: { kind: 'ordered', days: 7, atLeast: 8 } }, 'expression.event.atLeast'],
    [{ event: { kind: 'ordered', days: 7, atLeast: 1, key: 'x' } }, 'expression.event.key'],
    [{ event: { kind: 'bought-product', days: 7, atLeast: 1 } }, 'expression.event.key'],
    [{ atLeast: 3, of: [tag('a'), tag('b')] }, 'expression.atLeast'],
  ])('%j is refused at %s', (value, field) => {
    expect(faultsOf(value)).toContain(field);
  });

  it('names everything that is wrong at once', () => {
    expect(faultsOf({ all: [{ set: {} }, { number: { name: 'points', from: 'x' } }] })).toEqual([
      'expression.all[0].set.kind',
      'expression.all[0].set.key',
      'expression.all[1].number.from',
    ]);
  });

  it('has limits to depth, terms and windows', () => {
    const deep = (levels: number): SegmentExpression => (levels === 0 ? tag('a') : { not: deep(levels - 1) });
    expect(parseSegmentExpression(deep(SEGMENT_LIMITS.depth - 1)).ok).toBe(true);
    expect(parseSegmentExpression(deep(SEGMENT_LIMITS.depth)).ok).toBe(false);
    const row = { any: Array.from({ length: SEGMENT_LIMITS.children }, () => tag('a')) };
    expect(parseSegmentExpression({ all: [row, row] }).ok).toBe(true);
    expect(parseSegmentExpression({ all: [row, row, tag('a')] }).ok).toBe(false);
    const year = { event: { kind: 'ordered', days: 400, atLeast: 1 } };
    expect(parseSegmentExpression({ any: [year, year, year] }).ok).toBe(true);
    expect(parseSegmentExpression({ any: [year, year, year, year] }).ok).toBe(false);
  });

  it('reads back what it wrote, with other keys if wished', () => {
    const expression: SegmentExpression = {
      all: [
        tag('a'),
        { not: { atLeast: 1, of: [{ set: { kind: 'tier', key: '2' } }] } },
        { number: { name: 'spend-365', from: 20_000 } },
        { event: { kind: 'bought-product', days: 90, atLeast: 2, key: 'b' } },
      ],
    };
    expect(parseSegmentExpression(expression)).toEqual({ ok: true, expression });
    const mapped = mapSegmentKeys(expression, (kind, key) => `${kind}.${key}`);
    expect(JSON.stringify(mapped)).toContain('"bought-product.b"');
    expect(mapSegmentKeys(mapped, (_kind, key) => key.split('.')[1] ?? '')).toEqual(expression);
  });

  it('is a sentence', () => {
    const names = (_kind: string, key: string): string => ({ f: '女', p: '舒缓精华', g: '金卡' })[key] ?? key;
    expect(
      describeSegment(
        {
          all: [
            tag('f'),
            { event: { kind: 'bought-product', days: 90, atLeast: 2, key: 'p' } },
            { number: { name: 'spend-365', from: 20_000, to: 50_050 } },
            { any: [{ set: { kind: 'tier', key: 'g' } }, { number: { name: 'days-since-visit', to: 7 } }] },
            { not: { event: { kind: 'ordered', days: 7, atLeast: 1 } } },
          ],
        },
        names,
      ),
    ).toBe(
      '有标签“女”，且最近90天有≥2天买舒缓精华，且最近365天消费200元到500.50元，且（金卡会员，或距上次到店最多7天），且不是“最近7天下单过”',
    );
  });
});
