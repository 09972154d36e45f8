import OrderPage from '@/packages/trade/order/index';
import { order, paidOrder, payment } from './fixtures';
import { lastSaid, open, reads, tap } from './open';
import Taro, { phone } from './shim/taro';
import { ok, refusal, Shop } from './shop';

const SHOW = 'GET /api/member/orders/or_1';

it('believes a payment when the order says so, not before', async () => {
  let paid = false;
  new Shop().on(SHOW, () => ok(paid ? paidOrder : order));
  open(<OrderPage />, { id: 'or_1', confirming: 'yes' });
  await reads('正在确认付款…');
  paid = true;
  expect(await reads('ZR5T4KRC')).toBeTruthy();
}, 10_000);

it('opens by the trade number, as WeChat’s order centre does', async () => {
  const shop = new Shop().on(`GET /api/member/orders/by-trade-no/${order.outTradeNo}`, () => ok(paidOrder));
  open(<OrderPage />, { outTradeNo: order.outTradeNo });
  await reads('ZR5T4KRC');
  expect(shop.callsTo(SHOW)).toHaveLength(0);
});

it('lets an unpaid order be paid', async () => {
  let paid = false;
  new Shop()
    .on(SHOW, () => ok(paid ? paidOrder : order))
    .on('POST /api/member/orders/or_1/payment', () => {
      paid = true;
      return ok(payment);
    });
  open(<OrderPage />, { id: 'or_1' });
  await tap('去付款');
  await reads('门店准备中');
});

it('keeps an order whose payment was cancelled', async () => {
  phone.payment = 'cancel';
  new Shop().on(SHOW, () => ok(order)).on('POST /api/member/orders/or_1/payment', () => ok(payment));
  phone.payment = 'cancel';
  open(<OrderPage />, { id: 'or_1' });
  await tap('去付款');
  expect(lastSaid()).toContain('还没付款');
});

it('cancels only after asking', async () => {
  const shop = new Shop()
    .on(SHOW, () => ok(order))
    .on('POST /api/member/orders/or_1/cancel', () => ({ status: 204 }));
  open(<OrderPage />, { id: 'or_1' });
  phone.confirms = false;
  await tap('取消订单');
  expect(shop.callsTo('POST /api/member/orders/or_1/cancel')).toHaveLength(0);
  phone.confirms = true;
  await tap('取消订单');
  expect(Taro.showModal).toHaveBeenCalledTimes(2);
  expect(shop.callsTo('POST /api/member/orders/or_1/cancel')).toHaveLength(1);
});

it('takes a refund with its reason', async () => {
  const shop = new Shop()
    .on(SHOW, () => ok(paidOrder))
    .on('POST /api/member/orders/or_1/refunds', () => ok({ id: 'rf_1' }));
  open(<OrderPage />, { id: 'or_1' });
  await tap('申请退款');
  await tap('等太久了');
  await tap('提交退款申请');
  expect(shop.callsTo('POST /api/member/orders/or_1/refunds')[0]?.body).toEqual({ reason: '等太久了' });
});

it('says when there is no such order', async () => {
  new Shop().on(SHOW, () => refusal('not_found'));
  open(<OrderPage />, { id: 'or_1' });
  await reads(/没有找到/);
});
