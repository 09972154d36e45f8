import { toPublicId } from '../src/platform/ids/index.js';
import { Club } from './club.js';
import { Town, type Admin } from './town.js';

interface AdminReward {
  id: string;
  name: string;
  stock: number;
  redeemed: number;
  status: string;
  perMemberLimit: number | null;
  endsAt: string | null;
}

describe('rewards', () => {
  let town: Town;
  let club: Club;
  let owner: Admin;
  let viewer: Admin;
  let stranger: Admin;

  beforeAll(async () => {
    town = await Town.start();
    club = await Club.open(town);
    const elsewhere = await Club.open(town, '木樨护肤');
    [owner, viewer, stranger] = [
      await town.admin([club.brand.id]),
      await town.admin([club.brand.id], 'viewer'),
      await town.admin([elsewhere.brand.id]),
    ];
  });
  afterAll(() => town.stop());

  const draft = (change: object = {}) => ({
    brandId: club.brandId,
    kind: 'gift',
    name: '挂耳咖啡',
    description: '一盒十包。',
    pictureUrl: '/media/drip-bags.png',
    points: 300,
    stock: 5,
    status: 'on_shelf',
    ...change,
  });
  const create = (admin: Admin, body: object) => admin.send<AdminReward>('POST', '/api/admin/rewards', body);
  const change = (admin: Admin, id: string, body: object) =>
    admin.send<AdminReward>('PATCH', `/api/admin/rewards/${id}`, body);
  const list = (admin: Admin) =>
    admin.get<{ items: AdminReward[] }>(`/api/admin/rewards?brandId=${club.brandId}`);

  describe('at the console', () => {
    it('are closed to everybody else', async () => {
      const id = await club.reward();
      expect((await town.app.get(`/api/admin/rewards?brandId=${club.brandId}`)).status).toBe(401);
      expect((await create(viewer, draft())).status).toBe(403);
      expect((await change(viewer, id, { points: 1 })).status).toBe(403);
      expect((await list(stranger)).status).toBe(404);
      expect((await create(stranger, draft())).status).toBe(404);
      expect((await change(stranger, id, { points: 1 })).status).toBe(404);
      expect((await list(viewer)).body.items.find((reward) => reward.id === id)).toMatchObject({
        points: 100,
      });
    });

    it.each([
      ['a coupon that says nothing', { kind: 'coupon' }, 'couponText'],
      ['a gift with the text of a coupon', { couponText: '满减' }, 'couponText'],
      [
        'an end before the start',
        { startsAt: '2026-07-02T00:00:00Z', endsAt: '2026-07-01T00:00:00Z' },
        'endsAt',
      ],
      ['a script for a picture', { pictureUrl: 'javascript:alert(1)' }, 'pictureUrl'],
      ['no points', { points: 0 }, 'points'],
      ['half a point', { points: 0.5 }, 'points'],
      ['an unknown field', { discount: 1 }, 'discount'],
    ])('refuse %s', async (_name, wrong, field) => {
      const answer = await create(owner, draft(wrong));
      expect(answer).toMatchObject({ status: 422, body: { code: 'validation_failed', errors: [{ field }] } });
    });

    it('are made, listed newest first and changed', async () => {
      const created = await create(owner, draft({ perMemberLimit: 2, endsAt: '2026-12-31T16:00:00.000Z' }));
      expect(created).toMatchObject({ status: 201, body: { stock: 5, redeemed: 0, perMemberLimit: 2 } });
      expect((await list(owner)).body.items[0]).toEqual(created.body);
      const changed = await change(owner, created.body.id, {
        name: '挂耳礼盒',
        perMemberLimit: null,
        endsAt: null,
      });
      expect(changed.body).toMatchObject({ name: '挂耳礼盒', perMemberLimit: null, endsAt: null, stock: 5 });
    });

    it('change stock by a difference, never below nothing, also while customers redeem', async () => {
      const id = await club.reward({ stock: 5 });
      expect((await change(owner, id, { stockChange: -6 })).body).toMatchObject({
        code: 'validation_failed',
      });
      const members = await Promise.all(Array.from({ length: 4 }, () => club.member(100)));
      await Promise.all([
        ...members.map((member) => club.redeem(member, id)),
        change(owner, id, { stockChange: 10 }),
        change(owner, id, { name: '改名' }),
      ]);
      const reward = (await list(owner)).body.items.find((one) => one.id === id);
      expect(reward).toMatchObject({ stock: 11, redeemed: 4, name: '改名' });
    });
  });

  describe('on the shelf', () => {
    const shelf = async (token?: string) =>
      (
        await town.app.get<{ items: { id: string; redeemable: boolean; reason: string | null }[] }>(
          `/api/member/rewards?brandId=${club.brandId}`,
          token === undefined ? {} : { token },
        )
      ).body.items;

    it('show everybody what there is, and each why not', async () => {
      const [cheap, dear, gone, hidden] = [
        await club.reward({ points: 10 }),
        await club.reward({ points: 1_500 }),
        await club.reward({ points: 11, stock: 0 }),
        await club.reward({ points: 12, status: 'off_shelf' }),
      ];
      const member = await club.member(50);
      const mine = await shelf(member.token);
      const of = (id: string) => mine.find((reward) => reward.id === id);
      expect(of(cheap)).toMatchObject({ redeemable: true, reason: null });
      expect(of(dear)).toMatchObject({ redeemable: false, reason: '还差 1,450 积分' });
      expect(of(gone)).toMatchObject({ redeemable: false, reason: '已兑完' });
      expect(of(hidden)).toBeUndefined();
      expect((await shelf()).find((reward) => reward.id === cheap)).toMatchObject({ reason: '入会后可兑' });
    });

    it('say when the limit is reached', async () => {
      const id = await club.reward({ points: 10, perMemberLimit: 1 });
      const member = await club.member(50);
      await club.redeem(member, id);
      expect((await shelf(member.token)).find((reward) => reward.id === id)).toMatchObject({
        reason: '已达兑换上限',
      });
    });

    it('do not exist for a brand that does not', async () => {
      expect((await town.app.get(`/api/member/rewards?brandId=${toPublicId('brand', 999)}`)).status).toBe(
        404,
      );
    });
  });
});
