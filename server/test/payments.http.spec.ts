import { createPrivateKey } from 'node:crypto';
import { Rsa } from 'wechatpay-axios-plugin';
import { ClosePayment, PaymentLookup, RequestRefund } from '../src/modules/payments/index.js';
import { observeStatements } from '../src/platform/database/index.js';
import { toPublicId } from '../src/platform/ids/index.js';
import { MINUTE_MS, PaymentsWorld, type TestOrder } from './payments/world.js';
import { notificationBody, signatureHeaders } from './wechat/pay-peer.js';

let world: PaymentsWorld;

beforeAll(async () => {
  world = await PaymentsWorld.start();
});
afterAll(() => world.stop());
afterEach(async () => {
  await world.wechat.clearFaults();
  await world.wechat.refundPolicy({ afterMs: null });
  await world.app.query('DELETE FROM received_callback');
  await world.app.query('DELETE FROM job');
});

const hooks = '/hooks/wechat/pay/transactions';
const close = (order: TestOrder) => world.app.nest.get(ClosePayment).execute(order.id);
const isOver = (order: TestOrder) =>
  world.app.inTransaction((tx) => world.app.nest.get(ClosePayment).isOver(tx, order.id));

function requestRefund(order: TestOrder, amountFen = 1250, cause = `order:${order.id}`) {
  const request = { orderId: order.id, cause, amountFen, reason: '顾客申请退款' };
  return world.app.inTransaction((tx) => world.app.nest.get(RequestRefund).execute(tx, request));
}

/** A notification of ours, signed as WeChat would. */
function push(body: string, headers: Record<string, string> = {}) {
  const { credentials } = world.standIn;
  const signed = signatureHeaders(body, world.clock.now(), createPrivateKey(credentials.payPrivateKey));
  return world.app.post(hooks, {
    raw: body,
    headers: { ...signed, 'wechatpay-serial': credentials.payPublicKeyId, ...headers },
  });
}

function success(order: TestOrder, differences: object = {}) {
  const { appId, mchId } = world.standIn.credentials;
  return {
    appid: appId,
    mchid: mchId,
    out_trade_no: order.outTradeNo,
    transaction_id: `42000${order.outTradeNo}`,
    trade_type: 'JSAPI',
    trade_state: 'SUCCESS',
    success_time: '2026-06-01T12:00:00+08:00',
    payer: { openid: 'o1' },
    amount: { total: 1250, payer_total: 1250, currency: 'CNY', payer_currency: 'CNY' },
    ...differences,
  };
}

const successBody = (order: TestOrder, differences: object = {}, id?: string) =>
  notificationBody('TRANSACTION.SUCCESS', 'transaction', success(order, differences), {
    id,
    apiV3Key: world.standIn.credentials.apiV3Key,
  });

describe('beginning a payment', () => {
  it('is refused without sign-in, to other members, for unknown and for ended orders', async () => {
    const order = await world.newOrder();
    const path = `/api/member/orders/${toPublicId('order', order.id)}/payment`;
    expect((await world.app.post(path)).status).toBe(401);
    expect((await world.begin(order, 'o1:8')).status).toBe(404);
    expect((await world.app.post('/api/member/orders/or_1/payment', { token: order.token })).status).toBe(
      404,
    );
    expect((await world.begin({ ...order, id: 999_999 })).status).toBe(404);
    await world.app.inTransaction((tx) =>
      tx.execute("UPDATE test_order SET status = 'closed' WHERE id = ?", [order.id]),
    );
    expect(await world.begin(order)).toMatchObject({ status: 409, body: { code: 'order_not_payable' } });
    expect(await world.paymentStatus(order)).toBeUndefined();
  });

  it('gives parameters whose signature the peer accepts', async () => {
    const order = await world.newOrder();
    const { status, body } = await world.begin(order);
    expect(status).toBe(200);
    expect(body).toMatchObject({ signType: 'RSA' });
    const { appId, mchCert } = world.standIn.credentials;
    const message = `${appId}\n${body.timeStamp}\n${body.nonceStr}\n${body.package}\n`;
    expect(Rsa.verify(message, body.paySign, Rsa.from(mchCert, Rsa.KEY_TYPE_PUBLIC))).toBe(true);
  });

  it('opens one payment however often and however much at once it is tried', async () => {
    const order = await world.newOrder();
    const answers = await Promise.all(Array.from({ length: 5 }, () => world.begin(order)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
    const again = await world.begin(order);
    expect(again.body.package).toMatch(/^prepay_id=/);
    const [row] = await world.app.query<{ count: number }>(
      'SELECT COUNT(*) AS count FROM payment WHERE order_id = ?',
      [order.id],
    );
    expect(row?.count).toBe(1);
    expect((await world.wechat.payment(order.outTradeNo)).tradeState).toBe('NOTPAY');
  });

  it('says that WeChat is busy when it is, and works afterwards', async () => {
    const order = await world.newOrder();
    await world.wechat.fault({ api: 'pay', mode: 'systemError' });
    expect(await world.begin(order)).toMatchObject({ status: 503, body: { code: 'wechat_unavailable' } });
    await world.wechat.clearFaults();
    await world.wechat.fault({ api: 'pay', mode: 'badSignature', count: 1 });
    expect((await world.begin(order)).status).toBe(503);
    expect((await world.begin(order)).status).toBe(200);
  });

  it('of a second WeChat of the same member is refused: the payment was announced for the first', async () => {
    const order = await world.newOrder();
    await world.begin(order);
    const { openid } = await world.wechat.user();
    expect((await world.begin(order, `${openid}:7`)).status).toBe(409);
  });
});

describe('a notification', () => {
  it('makes the order paid, once', async () => {
    const order = await world.newOrder();
    await world.pay(order);
    expect(await world.order(order)).toMatchObject({ status: 'paid', paid_fen: 1250, bookings: 1 });
    expect(await world.paymentStatus(order)).toBe('paid');
    expect(await world.callbacks()).toEqual([
      { status: 'processed', error: null, event_type: 'TRANSACTION.SUCCESS' },
    ]);
    expect(await world.begin(order)).toMatchObject({ status: 409, body: { code: 'order_not_payable' } });
    const made = await world.app.nest.get(PaymentLookup).paymentOf(order.id);
    expect(made?.transactionId).toBe((await world.wechat.payment(order.outTradeNo)).transactionId);
  });

  it.each(['twice', 'storm'] as const)('that comes %s changes the state once', async (notify) => {
    const order = await world.newOrder();
    await world.pay(order, { notify });
    expect(await world.order(order)).toMatchObject({ status: 'paid', bookings: 1 });
    expect(await world.callbacks()).toHaveLength(1);
    const { notifications } = await world.wechat.payment(order.outTradeNo);
    const attempts = notifications.flatMap((notification) => notification.attempts);
    expect(new Set(attempts.map((attempt) => attempt.status))).toEqual(new Set([200]));
  });

  it('five times in parallel: five times 200, one booking', async () => {
    const order = await world.newOrder();
    await world.begin(order);
    const body = successBody(order);
    const answers = await Promise.all(Array.from({ length: 5 }, () => push(body)));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
    expect(await world.order(order)).toMatchObject({ status: 'paid', paid_fen: 1250, bookings: 1 });
    expect(await world.callbacks()).toHaveLength(1);
  });

  it('under five numbers in parallel, about one transaction: one booking, nothing refunded', async () => {
    const order = await world.newOrder();
    await world.begin(order);
    const answers = await Promise.all(Array.from({ length: 5 }, () => push(successBody(order))));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200, 200]);
    expect(await world.order(order)).toMatchObject({ status: 'paid', bookings: 1 });
    expect(await world.callbacks()).toHaveLength(5);
    expect(await world.refunds(order)).toEqual([]);
  });

  it.each(['tampered', 'signtest', 'wrongAmount'] as const)(
    'that is %s at first makes nothing paid by itself; the genuine one does',
    async (notify) => {
      const order = await world.newOrder();
      await world.pay(order, { notify });
      if (notify !== 'signtest') {
        expect(await world.order(order)).toMatchObject({ status: 'pending_payment', bookings: 0 });
      }
      await world.advance(15_000);
      expect(await world.order(order)).toMatchObject({ status: 'paid', bookings: 1 });
      expect((await world.callbacks()).at(-1)).toMatchObject({ status: 'processed', error: null });
    },
  );

  it.each<[string, Record<string, string>]>([
    ['no signature', { 'wechatpay-signature': '' }],
    ['an unknown serial', { 'wechatpay-serial': 'PUB_KEY_ID_1' }],
    ['an old time', { 'wechatpay-timestamp': '1700000000' }],
    ["WeChat's probe", { 'wechatpay-signature': 'WECHATPAY/SIGNTEST/abc' }],
  ])('with %s is refused as a problem and leaves no trace', async (_what, headers) => {
    const order = await world.newOrder();
    await world.begin(order);
    expect(await push(successBody(order), headers)).toMatchObject({
      status: 401,
      body: { code: 'notification_unverified' },
    });
    expect(await world.order(order)).toMatchObject({ status: 'pending_payment' });
    expect(await world.callbacks()).toEqual([]);
  });

  it('older than five minutes is refused', async () => {
    const order = await world.newOrder();
    await world.begin(order);
    const body = successBody(order);
    const { credentials } = world.standIn;
    const sentAt = new Date(world.clock.now().getTime() - 301_000);
    const headers = signatureHeaders(body, sentAt, createPrivateKey(credentials.payPrivateKey));
    expect((await push(body, { ...headers, 'wechatpay-serial': credentials.payPublicKeyId })).status).toBe(
      401,
    );
    expect(await world.order(order)).toMatchObject({ status: 'pending_payment' });
  });

  it.each<[string, object]>([
    ['one fen less', { amount: { total: 1249, payer_total: 1249, currency: 'CNY' } }],
    ['another currency', { amount: { total: 1250, payer_total: 1250, currency: 'USD' } }],
    ['another app', { appid: 'wx0000000000000000' }],
    ['another merchant', { mchid: '1900000000' }],
    ['a state that is not success', { trade_state: 'CLOSED' }],
    ['a number that is not ours', { out_trade_no: 'T99999999999999' }],
  ])('rightly signed but about %s is kept with its error and books nothing', async (_what, difference) => {
    const order = await world.newOrder();
    await world.begin(order);
    expect((await push(successBody(order, difference))).status).toBe(200);
    expect(await world.order(order)).toMatchObject({ status: 'pending_payment', bookings: 0 });
    expect(await world.callbacks()).toMatchObject([{ status: 'failed' }]);
    expect((await world.callbacks())[0]?.error).toContain('ReportMismatch');
  });

  it('about something we never asked for is kept and ignored', async () => {
    const { apiV3Key } = world.standIn.credentials;
    expect(
      (await push(notificationBody('TRANSACTION.SUCCESS', 'profitsharing', {}, { apiV3Key }))).status,
    ).toBe(200);
    expect(await world.callbacks()).toMatchObject([{ status: 'ignored', event_type: 'TRANSACTION.SUCCESS' }]);
  });

  it('encrypted with another key is kept, and asked for again', async () => {
    const order = await world.newOrder();
    await world.begin(order);
    const id = 'EV-under-another-key';
    const unreadable = notificationBody('TRANSACTION.SUCCESS', 'transaction', success(order), { id });
    expect(await push(unreadable)).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(await world.callbacks()).toMatchObject([{ status: 'failed', event_type: 'unreadable' }]);

    expect((await push(successBody(order, {}, id))).status).toBe(200);
    expect(await world.order(order)).toMatchObject({ status: 'paid', bookings: 1 });
    expect(await world.callbacks()).toMatchObject([
      { status: 'processed', event_type: 'TRANSACTION.SUCCESS' },
    ]);
  });

  it('that fails halfway keeps nothing but the callback, and is replayed by a job', async () => {
    const order = await world.newOrder();
    await world.begin(order);
    world.failBookings(2);
    expect((await push(successBody(order))).status).toBe(200);
    expect(await world.order(order)).toMatchObject({ status: 'pending_payment', paid_fen: 0, bookings: 0 });
    expect(await world.paymentStatus(order)).toBe('open');
    expect(await world.callbacks()).toMatchObject([
      { status: 'failed', error: 'Error: Points could not be booked' },
    ]);

    await world.app.runDueJobs();
    expect(await world.order(order)).toMatchObject({ status: 'pending_payment' });
    await world.advanceAndWork(3000);
    expect(await world.order(order)).toMatchObject({ status: 'paid', paid_fen: 1250, bookings: 1 });
    expect(await world.callbacks()).toMatchObject([{ status: 'processed', error: null }]);
  });

  it('costs three statements beside the order’s own', async () => {
    const order = await world.newOrder();
    await world.begin(order);
    const statements: string[] = [];
    const stop = observeStatements((sql) => statements.push(sql));
    await push(successBody(order));
    stop();
    expect(await world.order(order)).toMatchObject({ status: 'paid' });
    // Claim, payment under lock, the order's own (a single one in this test), payment moved.
    expect(statements.filter((sql) => !/^(BEGIN|COMMIT|START|SET)/i.test(sql))).toHaveLength(4);
  });

  it.each([
    ['', 401],
    ['{"id":', 400],
    ['null', 401],
    ['[]', 401],
  ])('with the unsigned body "%s" is refused', async (raw, status) => {
    expect((await world.app.post(hooks, { raw })).status).toBe(status);
  });
});

describe('when no notification comes', () => {
  it('the payment is asked for, and found', async () => {
    const order = await world.newOrder();
    await world.pay(order, { notify: 'none' });
    await world.advanceAndWork(14_000);
    expect(await world.order(order)).toMatchObject({ status: 'pending_payment' });
    await world.advanceAndWork(1_000);
    expect(await world.order(order)).toMatchObject({ status: 'paid', bookings: 1 });
    expect(await world.app.query('SELECT * FROM job')).toEqual([]);
  });

  it('an unpaid one is asked for more and more rarely', async () => {
    const order = await world.newOrder();
    await world.begin(order);
    const dueAfterMs = async () => {
      const [job] = await world.app.query<{ available_at: Date }>('SELECT available_at FROM job');
      return (job?.available_at.getTime() ?? 0) - world.clock.now().getTime();
    };
    const pauses: number[] = [];
    for (let asked = 0; asked < 4; asked += 1) {
      pauses.push(await dueAfterMs());
      await world.advanceAndWork(pauses.at(-1) ?? 0);
    }
    expect(pauses).toEqual([15_000, 30_000, 60_000, 120_000]);
  });

  it('nobody is asked after the payment has ended', async () => {
    const order = await world.newOrder();
    await world.pay(order);
    await world.advanceAndWork(MINUTE_MS);
    expect(await world.app.query('SELECT * FROM job')).toEqual([]);
  });
});

describe('closing', () => {
  it('of an order nobody began to pay asks WeChat nothing', async () => {
    const order = await world.newOrder();
    await world.wechat.fault({ api: 'pay', mode: 'systemError' });
    expect(await close(order)).toBe('none');
    expect(await isOver(order)).toBe(true);
  });

  it('ends the payment at WeChat first', async () => {
    const order = await world.newOrder();
    const { body } = await world.begin(order);
    expect(await isOver(order)).toBe(false);
    expect(await close(order)).toBe('closed');
    expect(await isOver(order)).toBe(true);
    expect((await world.wechat.payment(order.outTradeNo)).tradeState).toBe('CLOSED');
    await expect(world.wechat.pay(body.package)).rejects.toThrow('409');
    expect(await close(order)).toBe('closed');
    expect((await world.begin(order)).status).toBe(409);
  });

  it('finds that the customer was faster, and books the payment', async () => {
    const order = await world.newOrder();
    await world.pay(order, { notify: 'none' });
    expect(await close(order)).toBe('paid');
    expect(await isOver(order)).toBe(false);
    expect(await world.order(order)).toMatchObject({ status: 'paid', bookings: 1 });
  });

  it('is not certain without an answer, and then says so', async () => {
    const order = await world.newOrder();
    await world.begin(order);
    await world.wechat.fault({ api: 'pay', mode: 'http500' });
    await expect(close(order)).rejects.toMatchObject({ code: 'wechat_unavailable' });
    expect(await world.paymentStatus(order)).toBe('open');
    await world.wechat.clearFaults();
    expect(await close(order)).toBe('closed');
  });

  it('races with paying: whoever is first, order and payment agree', async () => {
    for (let round = 0; round < 5; round += 1) {
      const order = await world.newOrder();
      const { body } = await world.begin(order);
      const [ended, paid] = await Promise.all([
        close(order).catch(() => 'unavailable'),
        world.wechat.pay(body.package, { wait: true }).then(
          () => true,
          () => false,
        ),
      ]);
      expect(ended).toBe(paid ? 'paid' : 'closed');
      expect(await world.order(order)).toMatchObject(
        paid ? { status: 'paid', bookings: 1 } : { status: 'pending_payment', bookings: 0 },
      );
    }
  });
});

describe('money nobody wants', () => {
  it('that comes for a closed payment is refunded by itself', async () => {
    const order = await world.newOrder();
    await world.pay(order, { notify: 'none' });
    // As if WeChat had let the close and the payment cross.
    await world.app.inTransaction(async (tx) => {
      await tx.execute("UPDATE payment SET status = 'closed' WHERE order_id = ?", [order.id]);
      await tx.execute("UPDATE test_order SET status = 'closed' WHERE id = ?", [order.id]);
    });
    const { transactionId } = await world.wechat.payment(order.outTradeNo);
    const answers = await Promise.all(
      [1, 2, 3].map(() => push(successBody(order, { transaction_id: transactionId }))),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await world.paymentStatus(order)).toBe('returned');
    expect(await world.order(order)).toMatchObject({ status: 'closed', bookings: 0 });

    await world.wechat.refundPolicy({ afterMs: 0 });
    await world.app.runDueJobs();
    await world.standIn.settled();
    expect(await world.refunds(order)).toMatchObject([{ kind: 'stray', status: 'succeeded' }]);
    expect(await world.wechat.payment(order.outTradeNo)).toMatchObject({
      tradeState: 'REFUND',
      refundedFen: 1250,
    });
    expect(await world.order(order)).toMatchObject({ status: 'closed', refunds: 0 });
  });

  it('that comes when the order has closed though its payment was open', async () => {
    const order = await world.newOrder();
    await world.pay(order, { notify: 'none' });
    await world.app.inTransaction((tx) =>
      tx.execute("UPDATE test_order SET status = 'closed' WHERE id = ?", [order.id]),
    );
    await world.advanceAndWork(15_000);
    expect(await world.paymentStatus(order)).toBe('returned');
    expect(await world.refunds(order)).toMatchObject([{ kind: 'stray', status: 'processing' }]);
  });

  it('of a second transaction leaves the first alone and goes back under one stable number', async () => {
    const order = await world.newOrder();
    await world.pay(order);
    const second = successBody(order, { transaction_id: '4200009999' });
    await Promise.all([
      push(second),
      push(second),
      push(successBody(order, { transaction_id: '4200009999' })),
    ]);
    expect(await world.order(order)).toMatchObject({ status: 'paid', paid_fen: 1250, bookings: 1 });
    expect(await world.paymentStatus(order)).toBe('paid');
    expect(await world.refunds(order)).toMatchObject([{ kind: 'stray', transaction_id: '4200009999' }]);
  });
});

describe('a refund', () => {
  it('is refused for what was not paid, and beyond what was', async () => {
    const order = await world.newOrder();
    await expect(requestRefund(order)).rejects.toMatchObject({ code: 'order_not_refundable' });
    await world.pay(order);
    await expect(requestRefund(order, 1251)).rejects.toMatchObject({ code: 'order_not_refundable' });
    await expect(requestRefund(order, 0)).rejects.toMatchObject({ code: 'order_not_refundable' });
    await requestRefund(order, 1000, 'part:1');
    await expect(requestRefund(order, 251, 'part:2')).rejects.toMatchObject({ code: 'order_not_refundable' });
    await requestRefund(order, 250, 'part:3');
  });

  it('goes to WeChat and is done when its notification says so', async () => {
    const order = await world.newOrder();
    await world.pay(order);
    await requestRefund(order);
    await world.app.runDueJobs();
    const [refund] = await world.refunds(order);
    expect(refund).toMatchObject({ kind: 'order', status: 'processing' });
    expect(await world.order(order)).toMatchObject({ refunds: 0 });

    await world.wechat.endRefund(refund?.out_refund_no ?? '', 'SUCCESS', 'storm');
    await world.standIn.settled();
    expect(await world.refunds(order)).toMatchObject([{ status: 'succeeded' }]);
    expect(await world.order(order)).toMatchObject({ refunds: 1, refunded_fen: 1250 });
    expect(await world.app.nest.get(PaymentLookup).refundsOf([order.id])).toMatchObject([
      { orderId: order.id, status: 'succeeded', amountFen: 1250 },
    ]);
  });

  it('requested ten times in parallel for one cause is one refund', async () => {
    const order = await world.newOrder();
    await world.pay(order);
    const requests = await Promise.all(Array.from({ length: 10 }, () => requestRefund(order)));
    expect(new Set(requests.map(({ refundId }) => refundId)).size).toBe(1);
    expect(await world.refunds(order)).toHaveLength(1);
  });

  it('without a notification is asked for until it is over', async () => {
    const order = await world.newOrder();
    await world.pay(order);
    await world.wechat.refundPolicy({ afterMs: 2 * MINUTE_MS, notify: 'none' });
    await requestRefund(order);
    await world.app.runDueJobs();
    await world.advanceAndWork(20_000);
    expect(await world.refunds(order)).toMatchObject([{ status: 'processing' }]);
    await world.advanceAndWork(MINUTE_MS);
    await world.advanceAndWork(5 * MINUTE_MS);
    expect(await world.refunds(order)).toMatchObject([{ status: 'succeeded' }]);
    expect(await world.order(order)).toMatchObject({ refunds: 1 });
    await world.advanceAndWork(60 * MINUTE_MS);
    expect(await world.app.query('SELECT * FROM job')).toEqual([]);
  });

  it('after a lost answer is asked for under the same number and happens once', async () => {
    const order = await world.newOrder();
    await world.pay(order);
    await requestRefund(order);
    await world.wechat.fault({ api: 'pay', mode: 'badSignature', count: 2 });
    await world.app.runDueJobs();
    expect(await world.refunds(order)).toMatchObject([{ status: 'requested' }]);
    await world.advanceAndWork(3000);
    await world.advanceAndWork(10_000);
    expect(await world.refunds(order)).toMatchObject([{ status: 'processing' }]);
    expect(await world.wechat.payment(order.outTradeNo)).toMatchObject({ refunds: [{ amountFen: 1250 }] });
  });

  it('that WeChat closes is visible as failed and may be asked for anew', async () => {
    const order = await world.newOrder();
    await world.pay(order);
    await requestRefund(order);
    await world.app.runDueJobs();
    const [first] = await world.refunds(order);
    await world.wechat.endRefund(first?.out_refund_no ?? '', 'CLOSED');
    await world.standIn.settled();
    expect(await world.refunds(order)).toMatchObject([
      { status: 'failed', failure: '微信支付关闭了这笔退款' },
    ]);

    await world.wechat.refundPolicy({ afterMs: 0 });
    await requestRefund(order);
    await world.app.runDueJobs();
    await world.standIn.settled();
    const [, second] = await world.refunds(order);
    expect(second).toMatchObject({ status: 'succeeded', attempt: 2 });
    expect(second?.out_refund_no).not.toBe(first?.out_refund_no);
    expect(await world.order(order)).toMatchObject({ refunds: 1, refunded_fen: 1250 });
  });

  it('that is abnormal waits for a person, stays in view, and may succeed in the end', async () => {
    const order = await world.newOrder();
    await world.pay(order);
    await world.wechat.refundPolicy({ afterMs: 0, status: 'ABNORMAL' });
    await requestRefund(order);
    await world.app.runDueJobs();
    await world.standIn.settled();
    const [refund] = await world.refunds(order);
    expect(refund).toMatchObject({ status: 'abnormal' });
    await expect(requestRefund(order)).resolves.toEqual({ refundId: refund?.id });

    await world.wechat.endRefund(refund?.out_refund_no ?? '', 'SUCCESS', 'none');
    await world.advanceAndWork(20_000);
    expect(await world.refunds(order)).toMatchObject([{ status: 'succeeded' }]);
    expect(await world.order(order)).toMatchObject({ refunds: 1 });
  });

  it('that WeChat refuses for good is failed, with its reason', async () => {
    const order = await world.newOrder();
    await world.pay(order);
    const { refundId } = await requestRefund(order);
    // A transaction WeChat never heard of stands for all refusals that no waiting changes.
    await world.app.inTransaction((tx) =>
      tx.execute("UPDATE refund SET transaction_id = '4200000000' WHERE id = ?", [refundId]),
    );
    await world.app.runDueJobs();
    const [refund] = await world.refunds(order);
    expect(refund?.status).toBe('failed');
    expect(refund?.failure).toContain('RESOURCENOTEXISTS');
    expect(await world.order(order)).toMatchObject({ refunds: 0 });
  });
});
