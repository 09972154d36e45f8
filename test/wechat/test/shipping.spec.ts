import { startStandIn, type StandIn } from '../src/index.js';
import { credentials } from './support/merchant.js';
import { openShop, type Shop } from './support/shop.js';

let standIn: StandIn;
let shop: Shop;
let transactionId: string;
let minute: number;

beforeEach(async () => {
  minute = 0;
  standIn = await startStandIn({ credentials, shippingLagMs: 60_000 });
  shop = await openShop(standIn);
  transactionId = await shop.paidOrder('order-0001');
  standIn.clock.advance(60_000);
});
afterEach(() => standIn.close());

/** Each upload a minute after the one before, as the interface demands. */
const nextUploadTime = (): string => `2026-12-15T13:${String((minute += 1)).padStart(2, '0')}:35.120+08:00`;

async function upload(change: object = {}): Promise<number> {
  const secret = { grant_type: 'client_credential', appid: credentials.appId, secret: credentials.appSecret };
  const { access_token } = (await send('/cgi-bin/stable_token', secret)) as { access_token: string };
  const { errcode } = await send(`/wxa/sec/order/upload_shipping_info?access_token=${access_token}`, {
    order_key: { order_number_type: 2, transaction_id: transactionId },
    logistics_type: 4,
    delivery_mode: 1,
    shipping_list: [{ item_desc: '桂花拿铁一杯' }],
    upload_time: nextUploadTime(),
    payer: { openid: shop.openid },
    ...change,
  });
  return Number(errcode);
}

async function send(path: string, body: object): Promise<Record<string, unknown>> {
  const response = await fetch(standIn.url + path, { method: 'POST', body: JSON.stringify(body) });
  return (await response.json()) as Record<string, unknown>;
}

const byNumber = { order_number_type: 1, mchid: credentials.mchId, out_trade_no: 'order-0001' };
const parcel = (change: object = {}): object => ({
  item_desc: '护手霜',
  tracking_no: 'YT1234567890',
  express_company: 'YTO',
  ...change,
});

describe('is refused', () => {
  it.each<[number, string, object]>([
    [268485194, 'without a kind of number', { order_key: { transaction_id: 'x' } }],
    [268485195, 'without the transaction', { order_key: { order_number_type: 2 } }],
    [268485196, 'without the merchant', { order_key: { ...byNumber, mchid: '' } }],
    [268485197, 'without the order', { order_key: { ...byNumber, out_trade_no: undefined } }],
    [10060001, 'of an order that never was', { order_key: { ...byNumber, out_trade_no: 'never-was' } }],
    [10060001, 'of another merchant', { order_key: { ...byNumber, mchid: '1900000002' } }],
    [10060031, 'for another person', { payer: { openid: 'oSomebodyElse' } }],
    [10060005, 'by an unknown way', { logistics_type: 5 }],
    [268485224, 'in an unknown mode', { delivery_mode: 3 }],
    [10060006, 'split, when it is no express', { delivery_mode: 2, is_all_delivered: true }],
    [
      10060007,
      'split, without saying whether that is all',
      { logistics_type: 1, delivery_mode: 2, shipping_list: [parcel()] },
    ],
    [10060020, 'without any item', { shipping_list: [] }],
    [268485228, 'unified, with two items', { shipping_list: [{ item_desc: 'a' }, { item_desc: 'b' }] }],
    [10060024, 'with 16 items', { shipping_list: Array.from({ length: 16 }, () => ({ item_desc: 'a' })) }],
    [10060008, 'without a description', { shipping_list: [{ item_desc: '' }] }],
    [10060009, 'with 121 characters', { shipping_list: [{ item_desc: '物'.repeat(121) }] }],
    [
      268485226,
      'by express without a number',
      { logistics_type: 1, shipping_list: [parcel({ tracking_no: '' })] },
    ],
    [
      268485227,
      'by express without a company',
      { logistics_type: 1, shipping_list: [parcel({ express_company: '' })] },
    ],
    [
      10060014,
      'by SF without a phone',
      { logistics_type: 1, shipping_list: [parcel({ express_company: 'SF' })] },
    ],
    [268485216, 'with a time of another form', { upload_time: '2026-12-15 13:29:35' }],
  ])('%i %s', async (errcode, _name, change) => {
    expect(await upload(change)).toBe(errcode);
  });

  it('10060001 while WeChat does not know the payment yet, or there is none', async () => {
    standIn.clock.advance(-1000);
    expect(await upload()).toBe(10060001);
    await shop.prepay({ out_trade_no: 'order-0002' });
    expect(await upload({ order_key: { ...byNumber, out_trade_no: 'order-0002' } })).toBe(10060001);
  });

  it('10060004 when all of it was refunded', async () => {
    await shop.control.refundPolicy({ afterMs: 0 });
    await shop.refund();
    await standIn.settled();
    expect(await upload()).toBe(10060004);
  });
});

it('is accepted by either number, and seen by the control API', async () => {
  expect(await upload({ order_key: byNumber })).toBe(0);
  expect(await shop.control.payment('order-0001')).toMatchObject({
    shipping: { logisticsType: 4, finished: true, parcels: [{ itemDesc: '桂花拿铁一杯' }] },
  });
});

it('may be changed once; saying the same again changes nothing', async () => {
  expect(await upload()).toBe(0);
  expect(await upload()).toBe(10060023);
  expect(await upload({ shipping_list: [{ item_desc: '换成冰的' }] })).toBe(0);
  expect(await upload({ shipping_list: [{ item_desc: '再换一次' }] })).toBe(10060003);
});

it('must move on in time', async () => {
  await upload();
  minute -= 1;
  expect(await upload({ shipping_list: [{ item_desc: '换成冰的' }] })).toBe(10060014);
});

it('grows while it is split, until all is delivered', async () => {
  const split = { logistics_type: 1, delivery_mode: 2 };
  const send = (tracking_no: string, is_all_delivered: boolean): Promise<number> =>
    upload({ ...split, is_all_delivered, shipping_list: [parcel({ tracking_no })] });
  expect(await send('YT1', false)).toBe(0);
  expect(await send('YT2', true)).toBe(0);
  expect(await send('YT3', false)).toBe(10060002);
  expect(await shop.control.payment('order-0001')).toMatchObject({
    shipping: { finished: true, parcels: [{ trackingNo: 'YT1' }, { trackingNo: 'YT2' }] },
  });
});

it('takes SF with a masked phone', async () => {
  const contact = { receiver_contact: '138****1234' };
  expect(
    await upload({ logistics_type: 1, shipping_list: [parcel({ express_company: 'SF', contact })] }),
  ).toBe(0);
});
