import fc from 'fast-check';
import { planRefund, type LineWish, type PlannedLine } from './refund-plan.js';

const line = (lineId: number, totalFen: number, quantity: number, points = 0): PlannedLine => ({
  lineId,
  totalFen,
  quantity,
  points,
  refundedFen: 0,
  refundedQuantity: 0,
  refundedPoints: 0,
  waitingQuantity: 0,
});

const orders = fc.record({
  freightFen: fc.integer({ min: 0, max: 5_000 }),
  lines: fc
    .array(
      fc.record({
        totalFen: fc.integer({ min: 0, max: 1_000_000 }),
        quantity: fc.integer({ min: 1, max: 12 }),
        points: fc.integer({ min: 0, max: 10_000 }),
      }),
      { minLength: 1, maxLength: 5 },
    )
    .map((rows) => rows.map((row, index) => line(index + 1, row.totalFen, row.quantity, row.points))),
});

/** What somebody asks for next: a line, and so many thousandths of what is left of it, in pieces or in money. */
const wishes = fc.array(
  fc.record({
    line: fc.nat(),
    thousandths: fc.integer({ min: 1, max: 1000 }),
    money: fc.boolean(),
    worn: fc.boolean(),
  }),
  { maxLength: 25 },
);

function carryOut(lines: readonly PlannedLine[], plan: NonNullable<ReturnType<typeof planRefund>>) {
  return lines.map((row) => {
    const now = plan.lines.find(({ lineId }) => lineId === row.lineId);
    return now
      ? {
          ...row,
          refundedFen: row.refundedFen + now.amountFen,
          refundedQuantity: row.refundedQuantity + now.quantity,
          refundedPoints: row.refundedPoints + now.points,
        }
      : row;
  });
}

function wishFor(row: PlannedLine, of: { thousandths: number; money: boolean; worn: boolean }): LineWish {
  const part = (left: number): number => Math.ceil((left * of.thousandths) / 1000);
  if (of.money) {
    return { lineId: row.lineId, quantity: 0, amountFen: part(row.totalFen - row.refundedFen) };
  }
  const quantity = part(row.quantity - row.refundedQuantity);
  return { lineId: row.lineId, quantity, ...(of.worn ? { amountFen: 0 } : {}) };
}

describe('what a refund gives back', () => {
  it('is everything with the freight when nothing is named', () => {
    expect(planRefund({ freightFen: 800, lines: [line(1, 5000, 2, 50), line(2, 3000, 1)] })).toEqual({
      lines: [
        { lineId: 1, quantity: 2, unsentQuantity: 0, amountFen: 5000, points: 50 },
        { lineId: 2, quantity: 1, unsentQuantity: 0, amountFen: 3000, points: 0 },
      ],
      freightFen: 800,
      amountFen: 8800,
      points: 50,
      whole: true,
    });
  });

  it('is the share of the pieces, and the freight stays until the last of the goods', () => {
    const order = { freightFen: 800, lines: [line(1, 5001, 2)] };
    const first = planRefund(order, [{ lineId: 1, quantity: 1 }]);
    expect(first).toMatchObject({ amountFen: 2500, freightFen: 0, whole: false });
    const rest = { ...order, lines: first ? carryOut(order.lines, first) : [] };
    expect(planRefund(rest)).toMatchObject({ amountFen: 2501 + 800, freightFen: 800, whole: true });
  });

  it('is less than the share for worn goods, and never more', () => {
    const order = { freightFen: 0, lines: [line(1, 5000, 2, 100)] };
    expect(planRefund(order, [{ lineId: 1, quantity: 1, amountFen: 1000 }])).toMatchObject({
      lines: [{ quantity: 1, amountFen: 1000, points: 20 }],
    });
    expect(planRefund(order, [{ lineId: 1, quantity: 1, amountFen: 2501 }])).toBeUndefined();
  });

  it('takes pieces that have not left before those that have', () => {
    const half = { ...line(1, 5000, 4), waitingQuantity: 1 };
    expect(planRefund({ freightFen: 0, lines: [half] }, [{ lineId: 1, quantity: 2 }])).toMatchObject({
      lines: [{ quantity: 2, unsentQuantity: 1 }],
    });
  });

  it.each<[string, LineWish[]]>([
    ['nothing', []],
    ['an unknown line', [{ lineId: 9, quantity: 1 }]],
    ['more pieces than there are', [{ lineId: 1, quantity: 3 }]],
    ['a negative number of pieces', [{ lineId: 1, quantity: -1 }]],
    ['more money than was paid', [{ lineId: 1, quantity: 0, amountFen: 5001 }]],
    ['neither pieces nor money', [{ lineId: 1, quantity: 0 }]],
    [
      'the same line twice',
      [
        { lineId: 1, quantity: 1 },
        { lineId: 1, quantity: 1 },
      ],
    ],
  ])('is not there for %s', (_what, wanted) => {
    expect(planRefund({ freightFen: 0, lines: [line(1, 5000, 2)] }, wanted)).toBeUndefined();
  });

  it('waits for the gift to come back before the order counts as given back', () => {
    const order = { freightFen: 500, lines: [line(1, 5000, 1), line(2, 0, 1)] };
    expect(planRefund(order, [{ lineId: 1, quantity: 1 }])).toMatchObject({ whole: false, freightFen: 0 });
    expect(planRefund(order)).toMatchObject({ whole: true, freightFen: 500 });
  });

  it('adds up to exactly what was paid, whatever the parts and their order', () => {
    fc.assert(
      fc.property(orders, wishes, ({ freightFen, lines: fresh }, parts) => {
        let lines: PlannedLine[] = fresh;
        let moneyFen = 0;
        let points = 0;
        let wholes = 0;
        const give = (wanted?: LineWish[]): void => {
          const plan = planRefund({ freightFen, lines }, wanted);
          if (plan) {
            lines = carryOut(lines, plan);
            moneyFen += plan.amountFen;
            points += plan.points;
            wholes += plan.whole ? 1 : 0;
          }
          for (const row of lines) {
            expect(row.refundedFen).toBeLessThanOrEqual(row.totalFen);
            expect(row.refundedPoints).toBeLessThanOrEqual(row.points);
            expect(row.refundedQuantity).toBeLessThanOrEqual(row.quantity);
          }
        };
        for (const part of parts) {
          const row = lines[part.line % lines.length];
          if (row) {
            give([wishFor(row, part)]);
          }
        }
        give();
        expect(moneyFen).toBe(fresh.reduce((sum, row) => sum + row.totalFen, freightFen));
        expect(points).toBe(fresh.reduce((sum, row) => sum + row.points, 0));
        expect(wholes).toBe(1);
      }),
      { numRuns: 300 },
    );
  });
});
