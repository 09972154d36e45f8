import { createHash } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { Formatter } from 'wechatpay-axios-plugin';
import { startStandIn, type StandIn } from '../src/index.js';
import { call, credentials } from './support/merchant.js';
import { get, openShop, type Answer, type Shop } from './support/shop.js';

const DAY_MS = 86_400_000;
const NOON = '2026-03-02T12:00:00+08:00';

let standIn: StandIn;
let shop: Shop;

beforeAll(async () => {
  standIn = await startStandIn({ credentials });
  shop = await openShop(standIn);
  await shop.control.setClock(NOON);
  await shop.control.refundPolicy({ afterMs: 0 });
  standIn.clock.signWith('real');
  await shop.paidOrder('order-0001', { description: '拿铁,大杯`热`', attach: 'a,b' });
  await shop.paidOrder('order-0002', { amount: { total: 1 } });
  await shop.refund({ amount: { refund: 1000, total: 2500, currency: 'CNY' } });
  await standIn.settled();
});
afterAll(() => standIn.close());

const ask = (kind: string, query = ''): Promise<Answer> =>
  get(standIn, `/v3/bill/${kind}?bill_date=2026-03-02${query}`);

async function download(url: unknown): Promise<Buffer> {
  const { pathname, search } = new URL(String(url));
  const response = await call(standIn, { path: pathname + search });
  expect(response.headers.get('wechatpay-signature')).toBeNull();
  return Buffer.from(await response.arrayBuffer());
}

it('is not there on the day, nor before ten the next morning', async () => {
  const today = await ask('tradebill');
  await shop.control.setClock('2026-03-03T09:59:00+08:00');
  const early = await ask('tradebill');
  expect([today.body['code'], early.body['code']]).toEqual(['INVALID_REQUEST', 'STATEMENT_CREATING']);
});

describe('the next day', () => {
  beforeAll(() => shop.control.setClock('2026-03-03T10:01:00+08:00'));

  it.each(['&bill_type=OTHER', '&tar_type=ZIP'])('refuses %s', async (query) => {
    expect((await ask('tradebill', query)).body['code']).toBe('PARAM_ERROR');
  });

  it.each(['2026-3-2', '2026-02-30', 'yesterday'])('refuses the day %s', async (day) => {
    const { body } = await get(standIn, `/v3/bill/tradebill?bill_date=${day}`);
    expect(body['code']).toBe('PARAM_ERROR');
  });

  it('has no statement of a day without trade', async () => {
    const { status, body } = await get(standIn, '/v3/bill/tradebill?bill_date=2026-03-01');
    expect([status, body['code']]).toEqual([400, 'NO_STATEMENT_EXIST']);
  });

  it('gives a trade bill that the peer reads', async () => {
    const { body } = await ask('tradebill', '&bill_type=ALL');
    const file = await download(body['download_url']);
    expect(createHash('sha1').update(file).digest('hex')).toBe(body['hash_value']);
    const { rows, summary } = Formatter.castCsvBill(file) as Record<'rows' | 'summary', never>;
    expect(rows).toHaveLength(3);
    expect(rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          交易时间: '2026-03-02 12:00:00',
          商户订单号: 'order-0001',
          交易状态: 'SUCCESS',
          订单金额: '25.00',
          手续费: '0.15000',
          商品名称: '拿铁,大杯`热`',
          商户数据包: 'a,b',
        }),
        expect.objectContaining({ 商户订单号: 'order-0002', 订单金额: '0.01', 手续费: '0.00006' }),
        expect.objectContaining({
          商户退款单号: 'refund-0001',
          交易状态: 'REFUND',
          退款金额: '10.00',
          手续费: '-0.06000',
        }),
      ]) as never,
    );
    expect(summary).toMatchObject({ 总交易单数: '3', 订单总金额: '25.01', 申请退款总金额: '10.00' });
  });

  it('begins with a BOM and marks every value', async () => {
    const { body } = await ask('tradebill', '&bill_type=SUCCESS');
    const text = (await download(body['download_url'])).toString('utf8');
    const [head, first] = text.split('\r\n');
    expect(head?.startsWith('\ufeff交易时间,公众账号ID,')).toBe(true);
    expect(first?.startsWith('`2026-03-02 12:00:00,`wx')).toBe(true);
    expect(head).not.toContain('退款');
  });

  it('packs on request; the hash is of the unpacked file', async () => {
    const { body } = await ask('fundflowbill', '&account_type=BASIC&tar_type=GZIP');
    expect(body['download_url']).toMatch(/tartype=gzip$/);
    const file = gunzipSync(await download(body['download_url']));
    expect(createHash('sha1').update(file).digest('hex')).toBe(body['hash_value']);
    const { summary } = Formatter.castCsvBill(file) as Record<'summary', Record<string, string>>;
    expect(summary).toMatchObject({ 收入笔数: '2', 收入金额: '25.01', 支出笔数: '2', 支出金额: '10.15' });
  });

  it('gives files only to signed requests, and for five minutes', async () => {
    const { body } = await ask('tradebill');
    const { pathname, search } = new URL(String(body['download_url']));
    const unsigned = await call(standIn, { path: pathname + search, byStranger: true });
    await shop.control.advanceClock(300_000);
    const late = await call(standIn, { path: pathname + search });
    expect([unsigned.status, late.status]).toEqual([401, 400]);
  });

  it('keeps bills for three months', async () => {
    await shop.control.advanceClock(100 * DAY_MS);
    expect((await ask('tradebill')).body['code']).toBe('INVALID_REQUEST');
  });
});
