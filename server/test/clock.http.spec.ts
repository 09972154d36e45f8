import { setTimeout as pause } from 'node:timers/promises';
import { TestClock } from '../src/platform/clock/index.js';
import { NEW_ADDRESS, Side } from './routes/side.js';
import { Town, type Customer } from './town.js';

/** 23:59:59.999 and 00:00 in Shanghai. */
const LAST_INSTANT = '2026-06-01T15:59:59.999Z';
const MIDNIGHT = '2026-06-01T16:00:00.000Z';
const HOUR_MS = 3_600_000;
/** Longer than answers that many people read are kept. */
const KEPT_MS = 1_100;

interface Overview {
  readonly day: string;
  readonly figures: readonly { readonly key: string; readonly value: number }[];
}

describe('the clock', () => {
  let town: Town;
  let shop: Side;
  let customer: Customer;

  beforeAll(async () => {
    // Close enough to midnight for everybody's sign-in to last beyond it.
    town = await Town.start({ clock: new TestClock('2026-06-01T15:30:00.000Z') });
    shop = await Side.open(town, '山前咖啡');
    customer = await shop.newcomer();
  });

  afterAll(() => town.stop());

  const visit = async () =>
    shop.clerk.send<{ businessDay?: string; code?: string }>('POST', '/api/staff/check-ins', {
      memberCode: await shop.cardCode(customer),
    });
  const checkInsAtTheDesk = async () =>
    (await shop.clerk.get<{ checkIns: number }>(`/api/staff/today?storeId=${shop.storeId}`)).body.checkIns;
  const wasHereToday = async () => {
    const body = { memberCode: await shop.cardCode(customer) };
    const found = await shop.clerk.send<{ checkedInToday: boolean }>(
      'POST',
      '/api/staff/members/lookup',
      body,
    );
    return found.body.checkedInToday;
  };
  const overview = async () => {
    const { body } = await shop.owner.get<Overview>(`/api/admin/overview?brandId=${shop.brandId}`);
    const { served, orders } = Object.fromEntries(body.figures.map(({ key, value }) => [key, value]));
    return { day: body.day, served, orders };
  };

  describe('at midnight in Shanghai', () => {
    it('a visit and an order of the last millisecond belong to the day that ends', async () => {
      town.app.clock.set(LAST_INSTANT);
      expect((await visit()).body).toMatchObject({ businessDay: '2026-06-01' });
      expect((await visit()).body).toMatchObject({ code: 'already_checked_in' });
      expect((await shop.order()).outTradeNo).toMatch(/^20260601/);
      expect(await checkInsAtTheDesk()).toBe(1);
      expect(await wasHereToday()).toBe(true);
      expect(await overview()).toEqual({ day: '2026-06-01', served: 1, orders: 0 });
    });

    it('a millisecond later the desk and the figures start anew, and everybody may come again', async () => {
      town.app.clock.set(MIDNIGHT);
      await pause(KEPT_MS);
      expect(await checkInsAtTheDesk()).toBe(0);
      expect(await wasHereToday()).toBe(false);
      expect(await overview()).toEqual({ day: '2026-06-02', served: 0, orders: 0 });

      expect((await visit()).body).toMatchObject({ businessDay: '2026-06-02' });
      expect((await visit()).body).toMatchObject({ code: 'already_checked_in' });
      expect((await shop.order()).outTradeNo).toMatch(/^20260602/);
      expect(await checkInsAtTheDesk()).toBe(1);
    });
  });

  describe('an order whose time is over', () => {
    it('takes no payment from that very instant, before anybody has closed it', async () => {
      const { id } = await shop.order();
      const { body } = await shop.member.get<{ status: string; expiresAt: string }>(
        `/api/member/orders/${id}`,
      );
      town.app.clock.set(body.expiresAt);
      expect(await shop.member.send('POST', `/api/member/orders/${id}/payment`)).toMatchObject({
        status: 409,
        body: { code: 'order_not_payable' },
      });
      expect(await town.app.query('SELECT id FROM payment')).toEqual([]);

      await town.app.runDueJobs();
      expect((await shop.member.get(`/api/member/orders/${id}`)).body).toMatchObject({ status: 'closed' });
    });
  });

  describe('a sign-in that is over', () => {
    it('lets nothing be read or written at any entrance, and signing in again goes on as the same person', async () => {
      const memberId = (await customer.signIn()).body.memberId;
      await shop.clerk.signIn();
      const memberCode = await shop.cardCode(customer);
      const attempts = () =>
        Promise.all([
          customer.get('/api/member/me'),
          customer.get(`/api/member/card?brandId=${shop.brandId}`),
          customer.send('POST', '/api/member/addresses', NEW_ADDRESS),
          shop.clerk.get('/api/staff/me'),
          shop.clerk.send('POST', '/api/staff/members/lookup', { memberCode }),
          shop.owner.get('/api/admin/me'),
          shop.owner.send('POST', '/api/admin/categories', { brandId: shop.brandId, name: '迟到' }),
        ]);
      town.app.clock.advance(2 * HOUR_MS);
      const answers = await attempts();
      expect(answers.map(({ body }) => body.code)).toEqual(answers.map(() => 'unauthenticated'));
      expect(await town.app.query('SELECT id FROM address')).toEqual([]);
      expect(await town.app.query("SELECT id FROM category WHERE name = '迟到'")).toEqual([]);

      expect((await customer.signIn()).body.memberId).toBe(memberId);
      await shop.clerk.signIn();
      await shop.owner.signIn();
      expect((await customer.get('/api/member/me')).body).toMatchObject({ memberId });
      expect((await shop.clerk.get('/api/staff/me')).status).toBe(200);
      expect((await shop.owner.get('/api/admin/me')).status).toBe(200);
    });
  });
});
