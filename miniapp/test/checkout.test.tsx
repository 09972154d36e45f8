import { screen } from '@testing-library/react';
import CheckoutPage from '@/packages/trade/checkout/index';
import { order, payment, quote } from './fixtures';
import { lastSaid, open, reads, tap, tapTwiceAtOnce, type } from './open';
import Taro, { phone } from './shim/taro';
import { ok, refusal, Shop, type Answer } from './shop';

const ORDER = 'POST /api/member/orders';
const PLACED: Answer = {
  status: 201,
  body: { id: order.id, outTradeNo: order.outTradeNo, status: 'pending_payment', payFen: 2300 },
};
const ONE_LATTE = { skuId: 'sk_1', quantity: '1' };

function till(): Shop {
  return new Shop()
    .on('POST /api/member/quotes', () => ok(quote))
    .on(ORDER, () => PLACED)
    .on('POST /api/member/orders/or_1/payment', () => ok(payment));
}

it('explains the price in words', async () => {
  till();
  open(<CheckoutPage />, ONE_LATTE);
  await reads('会员价优惠');
  await reads('-¥3');
});

it('orders what was quoted, pays, and asks the order whether it is paid', async () => {
  const shop = till();
  open(<CheckoutPage />, ONE_LATTE);
  await reads('会员价优惠');
  await type('备注', '少冰');
  await tap('提交并付款');
  expect(shop.callsTo(ORDER)[0]?.body).toEqual({
    brandId: 'br_1',
    lines: [{ skuId: 'sk_1', quantity: 1 }],
    fulfilment: { kind: 'pickup', storeId: 'st_1' },
    expectedPayFen: 2300,
    note: '少冰',
  });
  expect(Taro.requestPayment).toHaveBeenCalledWith(payment);
  expect(Taro.redirectTo).toHaveBeenCalledWith({
    url: '/packages/trade/order/index?id=or_1&confirming=yes',
  });
});

it('orders once however fast the button is tapped, and not again afterwards', async () => {
  const shop = till();
  open(<CheckoutPage />, ONE_LATTE);
  await reads('会员价优惠');
  await tapTwiceAtOnce('提交并付款');
  await tap('提交并付款');
  expect(shop.callsTo(ORDER)).toHaveLength(1);
});

it('keeps the key of an order whose answer was lost', async () => {
  let lost = true;
  const shop = till().on(ORDER, () => (lost ? 'offline' : PLACED));
  open(<CheckoutPage />, ONE_LATTE);
  await reads('会员价优惠');
  await tap('提交并付款');
  expect(lastSaid()).toContain('网络连不上');
  lost = false;
  await tap('提交并付款');
  const [first, second] = shop.callsTo(ORDER).map(({ headers }) => headers['Idempotency-Key']);
  expect(first).toMatch(/^[\w-]{8,64}$/);
  expect(second).toBe(first);
});

it('asks for the new price when it has changed', async () => {
  const shop = till().on(ORDER, () => refusal('price_changed'));
  open(<CheckoutPage />, ONE_LATTE);
  await reads('会员价优惠');
  await tap('提交并付款');
  expect(lastSaid()).toContain('价格有变化');
  expect(shop.callsTo('POST /api/member/quotes')).toHaveLength(2);
  expect(Taro.redirectTo).not.toHaveBeenCalled();
});

it('keeps the order when the payment sheet was closed', async () => {
  till();
  phone.payment = 'cancel';
  open(<CheckoutPage />, ONE_LATTE);
  await reads('会员价优惠');
  await tap('提交并付款');
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/packages/trade/order/index?id=or_1' });
});

it('needs an address before it can deliver', async () => {
  const address = {
    id: 'ad_1',
    name: '林小满',
    phone: '14200000001',
    province: '上海市',
    city: '上海市',
    district: '徐汇区',
    detail: '湖南路 1 号',
  };
  const shop = till().on('GET /api/member/addresses', () => ok({ items: [address] }));
  open(<CheckoutPage />, ONE_LATTE);
  await tap('送到家');
  await reads(/就能算出价格/);
  await tap('选一个收货地址');
  await tap('林小满 14200000001');
  await reads('会员价优惠');
  expect(shop.callsTo('POST /api/member/quotes').at(-1)?.body).toMatchObject({
    fulfilment: { kind: 'delivery', addressId: 'ad_1' },
  });
});

it('invites strangers to join first, and comes back', async () => {
  new Shop({ joined: false });
  open(<CheckoutPage />, ONE_LATTE);
  await tap('免费加入会员');
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/join/index?brandId=br_1&back=yes' });
});

it('has nothing to order when nothing was chosen', async () => {
  till();
  open(<CheckoutPage />);
  await reads('还没选东西');
  expect(screen.queryByText('提交并付款')).toBeNull();
});

it('sees before ordering that the goods cannot be had this way', async () => {
  const shop = till().on('POST /api/member/quotes', () =>
    ok({ ...quote, lines: quote.lines.map((line) => ({ ...line, available: 0 })) }),
  );
  open(<CheckoutPage />, ONE_LATTE);
  await reads(/“檐下拿铁 中杯”在这家店不够了/);
  await tap('提交并付款');
  expect(shop.callsTo(ORDER)).toHaveLength(0);
});
