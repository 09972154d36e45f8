import fc from 'fast-check';
import {
  judgeFlows,
  judgePayment,
  judgeRefund,
  type BilledTrade,
  type OurPayment,
  type OurRefund,
} from './judge.js';

const billed: BilledTrade = {
  kind: 'payment',
  number: '4200001',
  transactionId: '4200001',
  outTradeNo: 'T20260601000001',
  outRefundNo: null,
  amountFen: 2500,
  feeMilliFen: 15_000,
};
const payment: OurPayment = {
  brandId: 1,
  orderId: 7,
  outTradeNo: billed.outTradeNo,
  transactionId: '4200001',
  amountFen: 2500,
  status: 'paid',
};
const billedRefund: BilledTrade = {
  ...billed,
  kind: 'refund',
  number: '50300001',
  outRefundNo: 'R1',
  amountFen: 1000,
  feeMilliFen: -6000,
};
const refund: OurRefund = {
  brandId: 1,
  orderId: 7,
  outTradeNo: billed.outTradeNo,
  outRefundNo: 'R1',
  transactionId: '4200001',
  amountFen: 1000,
  status: 'succeeded',
};

describe('a payment in the bill', () => {
  it('agrees with ours of the same transaction and amount, given back later or not', () => {
    expect(judgePayment(billed, payment)).toBeUndefined();
    expect(judgePayment(billed, { ...payment, status: 'returned' })).toBeUndefined();
  });

  it.each([
    ['unknown_payment', false, undefined],
    ['payment_amount', false, { ...payment, amountFen: 2501 }],
    ['payment_amount', false, { ...payment, amountFen: 2501, transactionId: null, status: 'open' as const }],
    ['lost_payment', true, { ...payment, transactionId: null, status: 'open' as const }],
    ['lost_payment', true, { ...payment, transactionId: null, status: 'closed' as const }],
    ['second_payment', true, { ...payment, transactionId: '4200002' }],
  ])('is %s (mendable: %s)', (kind, mendable, ours) => {
    expect(judgePayment(billed, ours)).toMatchObject({ kind, mendable, subject: '4200001', billedFen: 2500 });
  });
});

describe('a refund in the bill', () => {
  it('agrees with ours that is done', () => {
    expect(judgeRefund(billedRefund, refund, payment)).toBeUndefined();
  });

  it.each([
    ['lost_refund', true, { ...refund, status: 'processing' as const }, payment],
    ['lost_refund', true, { ...refund, status: 'abnormal' as const }, payment],
    ['lost_refund', false, { ...refund, status: 'failed' as const }, payment],
    ['refund_amount', false, { ...refund, amountFen: 999 }, payment],
    ['refund_amount', false, { ...refund, transactionId: '4200002' }, payment],
    ['unknown_refund', false, undefined, payment],
    ['unknown_refund', false, undefined, undefined],
    ['unknown_refund', true, undefined, { ...payment, amountFen: 1000 }],
    ['unknown_refund', false, undefined, { ...payment, amountFen: 1000, status: 'returned' as const }],
  ])('is %s (mendable: %s)', (kind, mendable, ours, paid) => {
    expect(judgeRefund(billedRefund, ours, paid)).toMatchObject({ kind, mendable, subject: '50300001' });
  });
});

describe('the movements of the account', () => {
  it('have the payment among them, whatever else was taken', () => {
    expect(judgeFlows(billed, [-15, 2500], payment)).toBeUndefined();
    expect(judgeFlows(billed, [], payment)).toMatchObject({ kind: 'flow_missing', brandId: 1 });
    expect(judgeFlows(billed, [2499], payment)).toMatchObject({ kind: 'flow_amount', billedFen: 2499 });
  });

  it('have the refund, with or without the fee that comes back', () => {
    for (const fen of [-1000, -994]) {
      expect(judgeFlows(billedRefund, [fen], payment)).toBeUndefined();
    }
    expect(judgeFlows(billedRefund, [-993], payment)).toMatchObject({ kind: 'flow_amount' });
    expect(judgeFlows(billedRefund, [1000], payment)).toMatchObject({ kind: 'flow_amount' });
  });
});

it('never offers to mend an amount, and always says why in words', () => {
  const amount = fc.integer({ min: 1, max: 5 });
  const status = fc.constantFrom('open', 'paid', 'closed', 'returned' as const);
  fc.assert(
    fc.property(
      amount,
      amount,
      status,
      fc.option(fc.constantFrom('4200001', '4200002')),
      (ours, theirs, state, no) => {
        const found = judgePayment(
          { ...billed, amountFen: theirs },
          { ...payment, amountFen: ours, status: state, transactionId: no },
        );
        expect(found?.mendable ?? false).toBe(ours === theirs && no !== '4200001');
        expect(found === undefined).toBe(ours === theirs && no === '4200001');
        expect(found?.reason ?? '。').toMatch(/。$/);
      },
    ),
  );
});
