import { TestClock } from '../src/platform/clock/index.js';
import { employ } from './routes/side.js';
import { Shop } from './shop.js';
import { Town, type Customer } from './town.js';

const MINUTE_MS = 60_000;

interface Review {
  readonly id: string;
  readonly status: string;
  readonly author: string;
  readonly moreStatus: string | null;
  readonly hiddenReason: string | null;
  readonly code?: string;
}

describe('reviews over HTTP', () => {
  let town: Town;
  let shop: Shop;
  let customer: Customer;
  let clerk: Customer;

  beforeAll(async () => {
    town = await Town.startByOneClock(new TestClock(new Date()));
    shop = await Shop.open(town);
    customer = await town.member(shop.brand.id);
    clerk = await employ(town, shop.brand.id, shop.store.id);
  });
  afterAll(() => town.stop());

  async function advance(ms: number): Promise<void> {
    await town.advance(ms);
    await town.app.runDueJobs();
  }

  async function paid() {
    const { id: productId, skuId } = await shop.product({ stock: 3 });
    const { id } = (await shop.order(customer, skuId)).body;
    const sheet = await customer.send<{ package: string }>('POST', `/api/member/orders/${id}/payment`);
    await town.wechat.pay(sheet.body.package.replace('prepay_id=', ''), { notify: 'none' });
    await advance(2 * MINUTE_MS);
    const order = await customer.get<{ pickupCode: string; lines: { id: string }[] }>(
      `/api/member/orders/${id}`,
    );
    return { id, productId, code: order.body.pickupCode, lineId: order.body.lines[0]?.id ?? '' };
  }

  async function fetched() {
    const order = await paid();
    await clerk.send('POST', '/api/staff/pickups', { code: order.code });
    return order;
  }

  const write = (order: { id: string; lineId: string }, wish: object = {}, who = customer) =>
    who.send<Review>('POST', '/api/member/reviews', {
      orderId: order.id,
      lineId: order.lineId,
      stars: 4,
      text: '豆子很香，就是袋子有点紧。',
      anonymous: false,
      ...wish,
    });

  const shown = async (productId: string) =>
    (
      await town.app.get<{ count: number; starTenths: number; items: Review[] }>(
        `/api/member/products/${productId}/reviews`,
      )
    ).body;

  const own = async (id: string) =>
    (await customer.get<{ items: Review[] }>(`/api/member/orders/${id}/reviews`)).body.items[0];

  const moderate = (id: string, what: string, body: object) =>
    shop.owner.send<Review>('POST', `/api/admin/reviews/${id}/${what}`, body);

  it('refuses goods that are not received, other members’ orders, and a second time', async () => {
    const order = await paid();
    expect((await write(order)).body).toMatchObject({ code: 'review_not_possible' });
    const done = await fetched();
    const thief = await town.member(shop.brand.id);
    expect((await write(done, {}, thief)).status).toBe(404);
    expect((await write({ ...done, lineId: order.lineId })).status).toBe(404);
    expect((await write(done, { stars: 6 })).status).toBe(422);
    expect((await write(done, { pictures: ['/media/uploads/other.webp'] })).body).toMatchObject({
      code: 'picture_unknown',
    });
    const answers = await Promise.all([write(done), write(done), write(done)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  });

  it('shows a review after WeChat has read it, and counts it then', async () => {
    const order = await fetched();
    expect((await write(order)).body).toMatchObject({ status: 'checking' });
    expect(await shown(order.productId)).toMatchObject({ count: 0, items: [] });
    await town.app.runDueJobs();
    expect(await shown(order.productId)).toMatchObject({
      count: 1,
      starTenths: 40,
      items: [{ author: '顾**', text: '豆子很香，就是袋子有点紧。' }],
    });
  });

  it('leaves doubtful words to a person, and those who want to stay unknown unknown', async () => {
    const order = await fetched();
    const { body } = await write(order, { text: '好评，加微信返现', anonymous: true });
    await town.app.runDueJobs();
    expect(await own(order.id)).toMatchObject({ status: 'held' });
    const rival = await Shop.open(town, '素野');
    expect(
      (await rival.owner.send('POST', `/api/admin/reviews/${body.id}/approval`, { part: 'first' })).status,
    ).toBe(404);
    expect((await moderate(body.id, 'approval', { part: 'first' })).body).toMatchObject({ status: 'public' });
    expect((await shown(order.productId)).items).toMatchObject([{ author: '匿名顾客' }]);
    expect((await moderate(body.id, 'hiding', { part: 'first', reason: '含有广告' })).body).toMatchObject({
      status: 'hidden',
      hiddenReason: '含有广告',
    });
    expect((await moderate(body.id, 'hiding', { part: 'first', reason: '含有广告' })).body).toMatchObject({
      code: 'review_not_decidable',
    });
    expect(await shown(order.productId)).toMatchObject({ count: 0 });
  });

  it('takes one addition, checked by itself, and shows the brand’s answer', async () => {
    const order = await fetched();
    const { body } = await write(order);
    await town.app.runDueJobs();
    const more = (text: string) =>
      customer.send<Review>('POST', `/api/member/reviews/${body.id}/more`, { text });
    expect((await more('赌博网站')).body).toMatchObject({ moreStatus: 'checking' });
    expect((await more('再说一次')).body).toMatchObject({ code: 'review_exists' });
    await town.app.runDueJobs();
    expect(await own(order.id)).toMatchObject({ status: 'public', moreStatus: 'held' });
    await moderate(body.id, 'reply', { text: '谢谢提醒，换了新袋子。' });
    expect((await shown(order.productId)).items).toMatchObject([
      { reply: '谢谢提醒，换了新袋子。', moreText: null },
    ]);
  });

  describe('with pictures', () => {
    async function picture(): Promise<string> {
      const [url] = [`/media/uploads/t/${Math.random().toString(36).slice(2)}.webp`];
      await town.app.inTransaction(async (tx) =>
        tx.execute(
          `INSERT INTO picture (url, thumbnail_url, width, height, owner_kind, owner_id, created_at)
           VALUES (?, ?, 10, 10, 'member', ?, ?)`,
          [url ?? '', url ?? '', await customer.memberId(), town.app.clock.now()],
        ),
      );
      return url ?? '';
    }

    it.each([
      ['pass', 'public'],
      ['review', 'held'],
      ['risky', 'held'],
    ] as const)('that WeChat finds %s is %s when it says so', async (verdict, status) => {
      await customer.signIn();
      await town.wechat.pictureVerdict(verdict);
      const order = await fetched();
      await write(order, { pictures: [await picture(), await picture()] });
      await town.app.runDueJobs();
      expect(await own(order.id)).toMatchObject({ status: 'checking' });
      await advance(3_000);
      expect(await own(order.id)).toMatchObject({ status });
    });

    it('that WeChat never answers about is left to a person', async () => {
      await customer.signIn();
      await town.wechat.pictureVerdict('silence');
      const order = await fetched();
      await write(order, { pictures: [await picture()] });
      await town.app.runDueJobs();
      await advance(44 * MINUTE_MS);
      expect(await own(order.id)).toMatchObject({ status: 'checking' });
      await advance(2 * MINUTE_MS);
      expect(await own(order.id)).toMatchObject({ status: 'held' });
    });
  });

  it('believes no push that WeChat did not seal', async () => {
    const push = '/hooks/wechat/messages?timestamp=1&nonce=2&msg_signature=3';
    expect((await town.app.post(push, { body: { Encrypt: 'AAAA' } })).body).toMatchObject({
      code: 'notification_unverified',
    });
    expect(
      (await town.app.get('/hooks/wechat/messages?timestamp=1&nonce=2&signature=3&echostr=4')).status,
    ).toBe(401);
  });
});
