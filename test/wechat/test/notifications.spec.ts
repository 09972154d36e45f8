import { startStandIn, type StandIn } from '../src/index.js';
import { credentials } from './support/merchant.js';
import { openNotice, Receiver, signatureFits } from './support/receiver.js';
import { openShop, type Shop } from './support/shop.js';

const hook = new Receiver();
let standIn: StandIn;
let shop: Shop;

beforeAll(() => hook.open());
afterAll(() => hook.close());
beforeEach(async () => {
  hook.clear();
  standIn = await startStandIn({ credentials });
  shop = await openShop(standIn);
});
afterEach(() => standIn.close());

const newPrepay = (): Promise<string> => shop.prepay({ notify_url: hook.url });
const formsOf = async (): Promise<string[]> =>
  (await shop.control.payment('order-0001')).notifications.flatMap((push) =>
    push.attempts.map((attempt) => attempt.form),
  );

it('tells of a payment once, signed and encrypted so that the peer accepts it', async () => {
  const { transactionId } = await shop.control.pay(await newPrepay(), { wait: true });
  expect(hook.received).toHaveLength(1);
  const [notice] = hook.received;
  if (!notice) {
    throw new Error('no notice');
  }
  expect(signatureFits(notice)).toBe(true);
  expect(notice.headers).toMatchObject({
    'wechatpay-serial': credentials.payPublicKeyId,
    'wechatpay-signature-type': 'WECHATPAY2-SHA256-RSA2048',
  });
  expect(Math.abs(Number(notice.headers['wechatpay-timestamp']) - Date.now() / 1000)).toBeLessThan(5);
  expect(JSON.parse(notice.body)).toMatchObject({
    resource_type: 'encrypt-resource',
    event_type: 'TRANSACTION.SUCCESS',
    resource: { original_type: 'transaction', algorithm: 'AEAD_AES_256_GCM', associated_data: 'transaction' },
  });
  const { body: queried } = await shop.query('order-0001');
  expect(openNotice(notice)).toEqual(queried);
  expect(queried['transaction_id']).toBe(transactionId);
});

it('is silent when the notification is lost, although the order is paid', async () => {
  await shop.control.pay(await newPrepay(), { notify: 'none', wait: true });
  await shop.control.advanceClock(86_400_000);
  expect(hook.received).toEqual([]);
  expect((await shop.query('order-0001')).body['trade_state']).toBe('SUCCESS');
});

it('says nothing when the person cancels', async () => {
  await shop.control.cancelPayment(await newPrepay());
  await standIn.settled();
  expect(hook.received).toEqual([]);
});

it('repeats itself: twice, and in a storm, with the same id', async () => {
  await shop.control.pay(await newPrepay(), { notify: 'twice', wait: true });
  const other = await shop.prepay({ out_trade_no: 'order-0002', notify_url: hook.url });
  expect(hook.received).toHaveLength(2);
  await shop.control.pay(other, { notify: 'storm', wait: true });
  expect(hook.received).toHaveLength(22);
  const ids = hook.received.map(({ body }) => (JSON.parse(body) as { id: string }).id);
  expect(new Set(ids).size).toBe(2);
  expect(hook.received.every(signatureFits)).toBe(true);
});

it('comes late, by the movable clock', async () => {
  await shop.control.pay(await newPrepay(), { notify: 'late', wait: true });
  await shop.control.advanceClock(59_000);
  expect(hook.received).toHaveLength(0);
  await shop.control.advanceClock(1_000);
  expect(hook.received).toHaveLength(1);
});

it('sends its probe first, and then what it means', async () => {
  await shop.control.pay(await newPrepay(), { notify: 'signtest', wait: true });
  const [probe, genuine] = hook.received;
  expect(probe && signatureFits(probe)).toBe(false);
  expect(String(probe?.headers['wechatpay-signature'])).toMatch(/^WECHATPAY\/SIGNTEST\//);
  expect(genuine && signatureFits(genuine)).toBe(true);
});

it('sends a probe now and then unasked when told to', async () => {
  await standIn.close();
  standIn = await startStandIn({ credentials, signTestEvery: 2 });
  shop = await openShop(standIn);
  await shop.control.pay(await newPrepay(), { wait: true });
  await shop.control.pay(await shop.prepay({ out_trade_no: 'order-0002', notify_url: hook.url }), {
    wait: true,
  });
  expect(hook.received.map(signatureFits)).toEqual([true, false, true]);
});

it('is tampered with on the way in three ways; only the retry is genuine', async () => {
  hook.status = 401;
  await shop.control.pay(await newPrepay(), { notify: 'tampered', wait: true });
  expect(await formsOf()).toEqual(['altered-body', 'broken-ciphertext', 'foreign-signature']);
  expect(hook.received.map(signatureFits)).toEqual([false, true, false]);
  const [, broken] = hook.received;
  expect(() => broken && openNotice(broken)).toThrow();
  hook.status = 204;
  await shop.control.advanceClock(15_000);
  expect(await formsOf()).toEqual(['altered-body', 'broken-ciphertext', 'foreign-signature', 'genuine']);
});

it('lies about the amount when told to', async () => {
  hook.status = 400;
  await shop.control.pay(await newPrepay(), { notify: 'wrongAmount', wait: true });
  const [lie] = hook.received;
  expect(lie && signatureFits(lie)).toBe(true);
  expect(lie && openNotice(lie)).toMatchObject({ amount: { total: 2501, payer_total: 2501 } });
});

describe('a merchant that does not accept', () => {
  const SCHEDULE_S = [15, 15, 30, 180, 600, 1200, 1800, 1800, 1800, 3600, 10800, 10800, 10800, 21600, 21600];

  it('is told again by the whole schedule, each time with a fresh signature, and then no more', async () => {
    hook.status = 500;
    await shop.control.pay(await newPrepay(), { wait: true });
    expect(hook.received).toHaveLength(1);
    for (const [index, seconds] of SCHEDULE_S.entries()) {
      await shop.control.advanceClock(seconds * 1000 - 500);
      expect(hook.received).toHaveLength(index + 1);
      await shop.control.advanceClock(500);
      expect(hook.received).toHaveLength(index + 2);
    }
    await shop.control.advanceClock(86_400_000);
    expect(hook.received).toHaveLength(16);
    expect(new Set(hook.received.map(({ body }) => body)).size).toBe(1);
    expect(new Set(hook.received.map(({ headers }) => headers['wechatpay-signature'])).size).toBe(16);
    expect(hook.received.every(signatureFits)).toBe(true);
  });

  it('is told 16 times in one leap of a day', async () => {
    hook.status = 500;
    await shop.control.pay(await newPrepay(), { wait: true });
    await shop.control.advanceClock(25 * 3_600_000);
    expect(hook.received).toHaveLength(16);
  });

  it('is left alone as soon as it accepts', async () => {
    hook.status = 503;
    await shop.control.pay(await newPrepay(), { wait: true });
    hook.status = 204;
    await shop.control.advanceClock(15_000);
    await shop.control.advanceClock(86_400_000);
    expect(hook.received).toHaveLength(2);
    expect((await shop.control.payment('order-0001')).notifications).toMatchObject([
      { acknowledged: true, nextAt: null, attempts: [{ status: 503 }, { status: 204 }] },
    ]);
  });

  it('is told again when it was not there at all', async () => {
    const prepayId = await shop.prepay({ notify_url: 'http://127.0.0.1:9/hooks' });
    const paid = await shop.control.pay(prepayId, { wait: true });
    expect(paid.notifications).toMatchObject([
      {
        acknowledged: false,
        attempts: [{ status: null, error: expect.stringContaining('ECONNREFUSED') as string }],
      },
    ]);
  });
});

describe('refunds', () => {
  it.each(['SUCCESS', 'ABNORMAL', 'CLOSED'] as const)('are told of when they end as %s', async (status) => {
    await shop.control.refundPolicy({ afterMs: 2_000, status });
    await shop.paidOrder('order-0001');
    await shop.refund({ notify_url: hook.url });
    expect(hook.received).toHaveLength(0);
    await shop.control.advanceClock(2_000);
    const [notice] = hook.received;
    expect(notice && JSON.parse(notice.body)).toMatchObject({ event_type: `REFUND.${status}` });
    expect(notice && openNotice(notice)).toMatchObject({
      out_trade_no: 'order-0001',
      out_refund_no: 'refund-0001',
      refund_status: status,
      amount: { total: 2500, refund: 2500 },
    });
  });

  it('are not told of without a notify_url', async () => {
    await shop.control.refundPolicy({ afterMs: 0 });
    await shop.paidOrder('order-0001');
    await shop.refund();
    await standIn.settled();
    expect((await shop.control.payment('order-0001')).notifications).toEqual([]);
  });
});
