import { type ReportedPayment, ReportMismatch, successOf } from './success.js';

const EXPECTED = { outTradeNo: 'T1', appId: 'wx1', mchId: '19', amountFen: 1250 };
const PAID_AT = new Date('2026-06-01T04:00:00.000Z');
const REPORTED: ReportedPayment = {
  outTradeNo: 'T1',
  appId: 'wx1',
  mchId: '19',
  tradeState: 'SUCCESS',
  totalFen: 1250,
  currency: 'CNY',
  transactionId: '42',
  paidAt: PAID_AT,
};

it('believes a report that is right in every part', () => {
  expect(successOf(EXPECTED, REPORTED)).toEqual({ transactionId: '42', amountFen: 1250, paidAt: PAID_AT });
});

it.each<[string, Partial<ReportedPayment>]>([
  ['one fen less', { totalFen: 1249 }],
  ['one fen more', { totalFen: 1251 }],
  ['no amount', { totalFen: null }],
  ['another currency', { currency: 'USD' }],
  ['no currency', { currency: null }],
  ['another app', { appId: 'wx2' }],
  ['another merchant', { mchId: '20' }],
  ['another order', { outTradeNo: 'T2' }],
  ['no transaction', { transactionId: null }],
  ['no time', { paidAt: null }],
  ['not paid yet', { tradeState: 'NOTPAY' }],
  ['refunded since', { tradeState: 'REFUND' }],
  ['being paid', { tradeState: 'USERPAYING' }],
])('does not believe %s', (_what, difference) => {
  expect(() => successOf(EXPECTED, { ...REPORTED, ...difference })).toThrow(ReportMismatch);
});
