import fc from 'fast-check';
import { quote, type Cart } from './quote.js';

const fen = fc.integer({ min: 1, max: 10_000_000 });
const line = fc
  .record({
    skuId: fc.nat(),
    quantity: fc.integer({ min: 1, max: 99 }),
    listFen: fen,
    memberFen: fc.option(fen),
  })
  .map((raw) => ({
    ...raw,
    memberFen: raw.memberFen === null ? null : Math.min(raw.memberFen, raw.listFen),
  }));
const cart: fc.Arbitrary<Cart> = fc.record({
  lines: fc.array(line, { minLength: 1, maxLength: 20 }),
  member: fc.boolean(),
  freight: fc.option(fc.record({ freightFen: fc.nat(5_000), freeFromFen: fc.option(fen) }), {
    nil: undefined,
  }),
});

const coffee = { skuId: 1, quantity: 2, listFen: 2800, memberFen: 2500 };

describe('quote', () => {
  it('takes the list price from strangers and the member price from members', () => {
    expect(quote({ lines: [coffee], member: false }).payFen).toBe(5600);
    expect(quote({ lines: [coffee], member: true })).toMatchObject({
      goodsFen: 5600,
      discountFen: 600,
      payFen: 5000,
      steps: [
        { rule: 'list', amountFen: 5600 },
        { rule: 'member', amountFen: -600 },
      ],
    });
  });

  it('adds freight below the free limit and none from the limit on', () => {
    const freight = { freightFen: 800, freeFromFen: 5000 };
    expect(quote({ lines: [coffee], member: true, freight }).freightFen).toBe(0);
    expect(quote({ lines: [{ ...coffee, quantity: 1 }], member: true, freight })).toMatchObject({
      freightFen: 800,
      payFen: 3300,
    });
  });

  it('explains every fen, never goes below zero and always answers alike', () => {
    fc.assert(
      fc.property(cart, (asked) => {
        const answer = quote(asked);
        expect(answer.steps.reduce((total, step) => total + step.amountFen, 0)).toBe(answer.payFen);
        expect(answer.goodsFen - answer.discountFen + answer.freightFen).toBe(answer.payFen);
        expect(answer.lines.reduce((total, { totalFen }) => total + totalFen, 0) + answer.freightFen).toBe(
          answer.payFen,
        );
        expect(
          answer.lines.every(
            ({ totalFen, listFen, quantity }) => totalFen >= 0 && totalFen <= listFen * quantity,
          ),
        ).toBe(true);
        expect(answer.payFen).toBeGreaterThan(0);
        expect(quote(asked)).toEqual(answer);
      }),
    );
  });

  it('never asks more of a member than of a stranger', () => {
    fc.assert(
      fc.property(cart, (asked) => {
        const { freight: _freight, ...goods } = asked;
        expect(quote({ ...goods, member: true }).payFen).toBeLessThanOrEqual(
          quote({ ...goods, member: false }).payFen,
        );
      }),
    );
  });
});
