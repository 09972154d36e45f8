import { randomUUID } from 'node:crypto';
import { IssueCouponBatchJob } from '../src/modules/pricing/coupons/coupon-batches.js';
import { ExpireCoupons } from '../src/modules/pricing/coupons/expire-coupons.js';
import { GiveCoupon } from '../src/modules/pricing/index.js';
import { fromPublicId } from '../src/platform/ids/index.js';
import { made, PromoShop, type ClaimedCoupon } from './promo.js';
import { employ } from './routes/side.js';
import { Town, type Customer } from './town.js';

const DAY_MS = 86_400_000;

describe('coupons over HTTP', () => {
  let town: Town;
  let promo: PromoShop;
  let clerk: Customer;

  beforeAll(async () => {
    town = await Town.start();
    promo = await PromoShop.open(town);
    clerk = await employ(town, promo.shop.brand.id, promo.shop.store.id);
  });
  afterAll(() => town.stop());

  const issued = async (templateId: string) => {
    const list = await promo.shop.owner.get<{ items: { id: string; funnel: { issued: number } }[] }>(
      `/api/admin/coupon-templates?brandId=${promo.shop.brandId}&limit=50`,
    );
    return list.body.items.find(({ id }) => id === templateId)?.funnel.issued;
  };
  const use = (code: string, storeId = promo.shop.storeId) =>
    clerk.send<{ state: string; code?: string; detail?: string }>('POST', '/api/staff/coupons/use', {
      code,
      storeId,
    });
  const give = async (member: Customer, templateId: string) => {
    const card = await member.get<{ code: string }>(`/api/member/card/code?brandId=${promo.shop.brandId}`);
    return town.app.post<ClaimedCoupon>('/api/staff/coupons', {
      token: clerk.token,
      headers: { 'idempotency-key': randomUUID() },
      body: { templateId, memberCode: card.body.code },
    });
  };

  describe('refusals', () => {
    it.each([
      ['an amount without one', { offFen: null }, 'offFen'],
      ['an exchange of nothing', { kind: 'exchange', offFen: null }, 'productIds'],
      ['no end', { validDays: null }, 'validTo'],
      ['two ends', { validTo: '2030-01-01T00:00:00Z' }, 'validTo'],
    ])('refuses a template with %s', async (_name, details, field) => {
      await expect(promo.template(details)).rejects.toThrow(field);
    });

    it('gives none that is a draft, stopped, not offered, not yet or no longer offered, or for a higher tier', async () => {
      const member = await promo.member();
      for (const details of [
        { status: 'stopped' },
        { claimable: false },
        { claimFrom: '2099-01-01T00:00:00Z' },
        { claimTo: '2020-01-01T00:00:00Z' },
        { tierLevelFrom: 2 },
        { validDays: null, validTo: '2020-01-01T00:00:00Z' },
      ]) {
        const answer = await promo.claim(member, await promo.template(details));
        expect(answer.body).toMatchObject({ code: 'coupon_not_claimable' });
      }
      expect((await promo.claim(member, await promo.template({ status: 'draft' }))).status).toBe(404);
      const stranger = await (await PromoShop.open(town, '素野')).member();
      expect((await promo.claim(stranger, await promo.template())).body).toMatchObject({
        code: 'membership_required',
      });
    });
  });

  it('64 parallel claims on one coupon: one', async () => {
    const templateId = await promo.template({ quota: 1 });
    const members = await Promise.all(Array.from({ length: 64 }, () => promo.member()));
    const answers = await Promise.all(members.map((member) => promo.claim(member, templateId)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(
      answers.filter(({ body }) => (body as { code?: string }).code === 'coupon_claimed_out'),
    ).toHaveLength(63);
    expect(await issued(templateId)).toBe(1);
  });

  it('10 parallel claims of one member who may have two: two; and one key claims once', async () => {
    const templateId = await promo.template({ perPerson: 2 });
    const member = await promo.member();
    const answers = await Promise.all(Array.from({ length: 10 }, () => promo.claim(member, templateId)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    const other = await promo.member();
    const key = randomUUID();
    await Promise.all([1, 2, 3].map(() => promo.claim(other, templateId, key)));
    expect(await issued(templateId)).toBe(3);
  });

  it('shows what can be claimed and why not, and what a member has by state', async () => {
    const member = await promo.member();
    const templateId = await promo.template({ perPerson: 1, quota: 5 });
    const coupon = made(await promo.claim(member, templateId));
    const centre = await member.get<{
      items: { id: string; obstacle: string | null; left: number | null }[];
    }>(`/api/member/coupon-centre?brandId=${promo.shop.brandId}`);
    expect(centre.body.items.find(({ id }) => id === templateId)).toMatchObject({
      obstacle: '已领取',
      left: 4,
      claimed: 1,
    });
    const shown = async (which: string) =>
      (
        await member.get<{ items: { id: string; state: string }[] }>(
          `/api/member/coupons?brandId=${promo.shop.brandId}&shown=${which}`,
        )
      ).body.items.map(({ state }) => state);
    expect(await shown('usable')).toEqual(['available']);
    await use(coupon.code);
    expect(await shown('usable')).toEqual([]);
    expect(await shown('used')).toEqual(['used']);
  });

  it('ends by its time at once, and its row says so soon after', async () => {
    const member = await promo.member();
    const { id } = await promo.coupon(member, { validDays: 1, perPerson: 9 });
    town.app.clock.advance(DAY_MS);
    await member.signIn();
    await clerk.signIn();
    await promo.shop.owner.signIn();
    expect(await promo.couponState(member, id)).toBe('expired');
    await town.app.nest.get(ExpireCoupons).run({}, (work) => town.app.inTransaction(work));
    const rows = await town.app.query<{ state: string }>('SELECT state FROM coupon WHERE id = ?', [
      fromPublicId('coupon', id) ?? 0,
    ]);
    expect(rows).toEqual([{ state: 'expired' }]);
  });

  describe('at the counter', () => {
    it('is written off once, in a store that takes it', async () => {
      const member = await promo.member();
      const elsewhere = await town.store(promo.shop.brand.id, { name: '静安店' });
      const { id, code } = await promo.coupon(member);
      const found = await clerk.get(`/api/staff/coupons/${code}?storeId=${promo.shop.storeId}`);
      expect(found.body).toMatchObject({ id, obstacle: null });
      const answers = await Promise.all([1, 2, 3, 4].map(() => use(code)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ body }) => body.code === 'coupon_not_usable')).toHaveLength(3);
      expect(await promo.couponState(member, id)).toBe('used');
      const stranger = await employ(town, promo.shop.brand.id, elsewhere.id);
      expect(
        (await stranger.send('POST', '/api/staff/coupons/use', { code, storeId: promo.shop.storeId })).status,
      ).toBe(404);
    });

    it('says why not: of the mini-program only, or held by an order', async () => {
      const member = await promo.member();
      const online = await promo.coupon(member, { channels: ['miniapp'] });
      const [row] = await town.app.query<{ code: string }>('SELECT code FROM coupon WHERE id = ?', [
        fromPublicId('coupon', online.id) ?? 0,
      ]);
      expect(online.code).toBeNull();
      expect((await use(row?.code ?? '')).body.detail).toContain('仅限小程序下单使用');
      const held = await promo.coupon(member);
      const { skuId } = await promo.shop.product();
      await promo.order(member, skuId, { couponId: held.id });
      expect((await use(held.code)).body.detail).toContain('正被一笔未付款的订单占用');
    });

    it('is given by staff within their day’s number', async () => {
      const templateId = await promo.template({ staffDaily: 2, claimable: false });
      const members = await Promise.all([1, 2, 3].map(() => promo.member()));
      const answers = await Promise.all(members.map((member) => give(member, templateId)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 409]);
      const left = await clerk.get<{ items: { id: string; leftToday: number }[] }>(
        '/api/staff/coupon-templates',
      );
      expect(left.body.items.find(({ id }) => id === templateId)).toMatchObject({ leftToday: 0 });
      expect((await give(await promo.member(), await promo.template())).body).toMatchObject({
        code: 'coupon_not_givable',
      });
    });
  });

  it('passes to the first friend who takes the link, and then is theirs alone', async () => {
    const [giver, ...friends] = await Promise.all([1, 2, 3, 4].map(() => promo.member()));
    if (!giver) {
      throw new Error('Nobody gives');
    }
    const { id } = await promo.coupon(giver);
    const offer = () => giver.send<{ token: string }>('POST', `/api/member/coupons/${id}/transfer`);
    const { token } = made(await offer());
    expect(made(await offer()).token).toBe(token);
    const taken = await Promise.all(
      friends.map((friend) => friend.send('POST', '/api/member/coupon-transfers/acceptance', { token })),
    );
    expect(taken.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await giver.get(`/api/member/coupons/${id}`)).status).toBe(404);
    const kept = await promo.coupon(giver, { transferable: false });
    expect((await giver.send('POST', `/api/member/coupons/${kept.id}/transfer`)).body).toMatchObject({
      code: 'coupon_not_givable',
    });
    const withdrawn = await promo.coupon(giver);
    const link = made(
      await giver.send<{ token: string }>('POST', `/api/member/coupons/${withdrawn.id}/transfer`),
    );
    await giver.send('DELETE', `/api/member/coupons/${withdrawn.id}/transfer`);
    const late = await friends[0]?.send('POST', '/api/member/coupon-transfers/acceptance', {
      token: link.token,
    });
    expect(late?.body).toMatchObject({ code: 'coupon_transfer_over' });
  });

  it('drops so many for each group in a window, one for each member', async () => {
    const now = town.app.clock.now().getTime();
    const drop = made(
      await promo.shop.owner.send<{ groups: { code: string }[] }>('POST', '/api/admin/coupon-drops', {
        templateId: await promo.template({ claimable: false }),
        name: '中午十张',
        startsAt: new Date(now).toISOString(),
        endsAt: new Date(now + 3_600_000).toISOString(),
        perGroup: 10,
        groups: ['一群', '二群'],
      }),
    );
    const [first, second] = drop.groups.map(({ code }) => code);
    const claim = (member: Customer, code: string | undefined) =>
      town.app.post<{ code?: string }>(`/api/member/coupon-drops/${code}/claims`, {
        token: member.token,
        headers: { 'idempotency-key': randomUUID() },
      });
    const members = await Promise.all(Array.from({ length: 30 }, () => promo.member()));
    const answers = await Promise.all(members.map((member) => claim(member, first)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(10);
    expect(answers.filter(({ body }) => body.code === 'coupon_claimed_out')).toHaveLength(20);
    const winner = members[answers.findIndex(({ status }) => status === 201)] ?? (await promo.member());
    expect((await claim(winner, second)).body).toMatchObject({ code: 'coupon_limit_reached' });
    const seen = await winner.get(`/api/member/coupon-drops/${first}`);
    expect(seen.body).toMatchObject({ group: '一群', left: 0, perGroup: 10 });
    town.app.clock.advance(3_600_001);
    expect((await claim(await promo.member(), second)).body).toMatchObject({ code: 'coupon_not_claimable' });
  });

  it('is given to all members in the background, each once, even when a worker dies between and within chunks', async () => {
    const shop = await PromoShop.open(town, '千人千券');
    const brandId = shop.shop.brand.id;
    const members = 2_345;
    const ids = Array.from({ length: members }, (_, index) => 900_000 + index);
    await town.app.inTransaction(async (tx) => {
      await tx.execute(
        `INSERT INTO member (id, created_at) VALUES ${ids.map(() => '(?, NOW(3))').join(', ')}`,
        ids,
      );
      await tx.execute(
        `INSERT INTO membership (member_id, brand_id, card_no, joined_at)
         VALUES ${ids.map(() => '(?, ?, ?, ?)').join(', ')}`,
        ids.flatMap((id) => [id, brandId, String(id).padStart(12, '0'), town.app.clock.now()]),
      );
    });
    const templateId = await shop.template({ claimable: false });
    const begin = () =>
      shop.shop.owner.send<{ id: string; total: number; state: string; issued: number }>(
        'POST',
        '/api/admin/coupon-batches',
        { templateId },
        { headers: { 'idempotency-key': 'one-batch-only' } },
      );
    const [batch] = (await Promise.all([begin(), begin()])).map(made);
    expect(batch).toMatchObject({ total: members, state: 'running', issued: 0 });
    const batchId = fromPublicId('coupon-batch', batch?.id ?? '') ?? 0;
    const job = town.app.nest.get(IssueCouponBatchJob);
    const killed = job.run({ batchId }, (work) =>
      town.app.inTransaction(async (tx) => {
        await work(tx);
        throw new Error('killed');
      }),
    );
    await expect(killed).rejects.toThrow('killed');
    // A chunk whose worker died after the commit and before it could say so: its twin finds it done.
    await job.run({ batchId }, (work) => town.app.inTransaction(work));
    await town.app.runDueJobs();
    const rows = await town.app.query(
      `SELECT COUNT(*) AS coupons, COUNT(DISTINCT member_id) AS members FROM coupon WHERE cause_key LIKE ?`,
      [`bulk:${batchId}:%`],
    );
    expect(rows).toEqual([{ coupons: members, members }]);
    const page = await shop.shop.owner.get<{ items: object[] }>(
      `/api/admin/coupon-batches?brandId=${shop.shop.brandId}`,
    );
    expect(page.body.items).toMatchObject([{ state: 'done', total: members, issued: members }]);
  });

  it('is given by a rule once for one cause', async () => {
    const member = await promo.member();
    const templateId = fromPublicId('coupon-template', await promo.template({ claimable: false })) ?? 0;
    const gift = {
      templateId,
      memberId: await member.memberId(),
      brandId: promo.shop.brand.id,
      cause: 'birthday:2026:7',
    };
    const give = () => town.app.inTransaction((tx) => town.app.nest.get(GiveCoupon).byRule(tx, gift));
    expect([await give(), await give()]).toEqual([true, false]);
  });
});
