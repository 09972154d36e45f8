import { startStandIn, type StandIn } from '../src/index.js';
import { credentials } from './support/merchant.js';
import { get, openShop, type Shop } from './support/shop.js';

const DAY_MS = 86_400_000;

let standIn: StandIn;
let shop: Shop;

beforeEach(async () => {
  standIn = await startStandIn({ credentials });
  shop = await openShop(standIn);
  await shop.control.refundPolicy({ afterMs: null });
});
afterEach(() => standIn.close());

const part = (refund: number, total = 2500): object => ({ amount: { refund, total, currency: 'CNY' } });
const queryRefund = (number: string): ReturnType<typeof get> =>
  get(standIn, `/v3/refund/domestic/refunds/${number}`);

describe('a refund is refused', () => {
  it('of an order that never was, or is not paid', async () => {
    const unknown = await shop.refund();
    await shop.prepay();
    const unpaid = await shop.refund();
    expect([unknown.status, unknown.body['code']]).toEqual([404, 'RESOURCE_NOT_EXISTS']);
    expect([unpaid.status, unpaid.body['code']]).toEqual([400, 'INVALID_REQUEST']);
  });

  it.each<[string, object]>([
    ['of nothing', part(0)],
    ['without a currency', { amount: { refund: 1, total: 2500 } }],
    ['naming the order twice', { transaction_id: '4200' }],
    ['naming no order', { out_trade_no: undefined }],
    ['with a number with a space', { out_refund_no: 'refund 1' }],
    ['with a number of 65 characters', { out_refund_no: 'r'.repeat(65) }],
    ['with a reason of 81 characters', { reason: '退'.repeat(81) }],
    ['with an undocumented field', { operator: 'me' }],
    ['with a notify_url with a query', { notify_url: 'https://example.com/?a=1' }],
    [
      'paid from accounts that do not add up',
      { amount: { refund: 5, total: 2500, currency: 'CNY', from: [{ account: 'AVAILABLE', amount: 4 }] } },
    ],
  ])('%s', async (_name, change) => {
    await shop.paidOrder('order-0001');
    const answer = await shop.refund(change);
    expect([answer.status, answer.body['code']]).toEqual([400, 'PARAM_ERROR']);
  });

  it('when its total is not the order’s, or more is asked than is left', async () => {
    await shop.paidOrder('order-0001');
    const wrongTotal = await shop.refund(part(100, 2600));
    await shop.refund({ out_refund_no: 'refund-a', ...part(2000) });
    const tooMuch = await shop.refund({ out_refund_no: 'refund-b', ...part(501) });
    const rest = await shop.refund({ out_refund_no: 'refund-b', ...part(500) });
    expect([wrongTotal.status, tooMuch.status, rest.status]).toEqual([400, 400, 200]);
  });

  it('the 51st time', async () => {
    await shop.paidOrder('order-0001');
    for (let index = 0; index < 50; index += 1) {
      expect((await shop.refund({ out_refund_no: `refund-${index}`, ...part(1) })).status).toBe(200);
    }
    expect((await shop.refund({ out_refund_no: 'refund-50', ...part(1) })).status).toBe(400);
  });

  it('more than a year after payment', async () => {
    await shop.paidOrder('order-0001');
    standIn.clock.advance(366 * DAY_MS);
    expect((await shop.refund()).status).toBe(400);
  });
});

it('is accepted as PROCESSING, by transaction_id too, and turns the order to REFUND', async () => {
  const transactionId = await shop.paidOrder('order-0001');
  const { status, body } = await shop.refund({ out_trade_no: undefined, transaction_id: transactionId });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    out_trade_no: 'order-0001',
    transaction_id: transactionId,
    status: 'PROCESSING',
    channel: 'ORIGINAL',
    amount: { total: 2500, refund: 2500, payer_total: 2500, payer_refund: 2500, currency: 'CNY' },
  });
  expect((await shop.query('order-0001')).body['trade_state']).toBe('REFUND');
});

it('gives the same out_refund_no back once, and refuses it with another amount', async () => {
  await shop.paidOrder('order-0001');
  const first = await shop.refund(part(1000));
  const again = await shop.refund({ ...part(1000), reason: '再试一次' });
  const other = await shop.refund(part(1001));
  expect(again.body['refund_id']).toBe(first.body['refund_id']);
  expect([other.status, other.body['code']]).toEqual([400, 'INVALID_REQUEST']);
  expect((await shop.control.payment('order-0001')).refunds).toHaveLength(1);
});

it('ends as the control API says, once; abnormal ones can still succeed by hand', async () => {
  await shop.paidOrder('order-0001');
  await shop.refund({ out_refund_no: 'refund-a', ...part(1000) });
  await shop.control.endRefund('refund-a', 'ABNORMAL');
  expect((await queryRefund('refund-a')).body).toMatchObject({ status: 'ABNORMAL' });
  await shop.control.endRefund('refund-a', 'SUCCESS');
  expect((await queryRefund('refund-a')).body).toMatchObject({
    status: 'SUCCESS',
    success_time: expect.any(String) as string,
  });
  await expect(shop.control.endRefund('refund-a', 'CLOSED')).rejects.toThrow(/409/);
});

it('a closed refund gives its amount back to be refunded', async () => {
  await shop.paidOrder('order-0001');
  await shop.refund({ out_refund_no: 'refund-a' });
  await shop.control.endRefund('refund-a', 'CLOSED');
  expect((await shop.query('order-0001')).body['trade_state']).toBe('SUCCESS');
  expect((await shop.refund({ out_refund_no: 'refund-b' })).status).toBe(200);
});

it('ends by itself as the policy says, by the movable clock', async () => {
  await shop.control.refundPolicy({ afterMs: 3_600_000, status: 'SUCCESS' });
  await shop.paidOrder('order-0001');
  await shop.refund();
  await shop.control.advanceClock(3_599_000);
  expect((await queryRefund('refund-0001')).body['status']).toBe('PROCESSING');
  await shop.control.advanceClock(1_000);
  expect((await queryRefund('refund-0001')).body['status']).toBe('SUCCESS');
});

it('knows nothing of a refund that never was', async () => {
  expect(await queryRefund('never-was')).toMatchObject({
    status: 404,
    body: { code: 'RESOURCE_NOT_EXISTS' },
  });
});

it('refunds what was paid before its time, when told of it', async () => {
  const past = {
    outTradeNo: 'past-0001',
    transactionId: '4200202601011234567890123456',
    openid: shop.openid,
    description: '去年的拿铁',
    totalFen: 3000,
    paidAt: new Date(Date.now() - 30 * DAY_MS).toISOString(),
    refunds: [{ outRefundNo: 'past-refund', amountFen: 1000, successAt: Date.now() - DAY_MS }],
  };
  expect(await shop.control.history([past])).toEqual({ added: 1 });
  expect(await shop.control.history([past])).toEqual({ added: 0 });
  expect((await shop.query('past-0001')).body['trade_state']).toBe('REFUND');
  const rest = { out_trade_no: 'past-0001', ...part(2000, 3000) };
  expect((await shop.refund(rest)).status).toBe(200);
  expect((await shop.refund({ ...rest, out_refund_no: 'one-too-many', ...part(1, 3000) })).status).toBe(400);
});
