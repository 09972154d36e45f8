import { toPublicId } from '../src/platform/ids/index.js';
import { Club, type Redeemed } from './club.js';
import type { Answer } from './harness.js';
import { expectSoundBooks } from './sound-books.js';
import { Town, type Customer } from './town.js';

describe('redeeming points', () => {
  let town: Town;
  let club: Club;
  let elsewhere: Club;

  beforeAll(async () => {
    town = await Town.start();
    club = await Club.open(town);
    elsewhere = await Club.open(town, '木樨护肤');
  });
  afterAll(async () => {
    await expectSoundBooks(town.app);
    await town.stop();
  });

  const cancel = (member: Customer, id: string) =>
    member.send<Redeemed & { code: string }>('POST', `/api/member/redemptions/${id}/cancel`);
  const codesOf = (answers: readonly Answer<unknown>[]) =>
    answers.map(({ status, body }) => (status === 201 ? 201 : (body as { code: string }).code)).toSorted();

  describe('POST /api/member/redemptions', () => {
    it('refuses strangers, and members of another brand', async () => {
      const rewardId = await club.reward();
      const visitor = await town.visitor();
      expect((await town.app.post('/api/member/redemptions', { body: { rewardId } })).status).toBe(401);
      expect((await club.redeem(visitor, rewardId)).body).toMatchObject({ code: 'membership_required' });
      const member = await elsewhere.member(500);
      expect((await club.redeem(member, rewardId)).body).toMatchObject({ code: 'membership_required' });
      await expect(elsewhere.points(member)).resolves.toMatchObject({ available: 500 });
    });

    it('needs an idempotency key and a reward that exists', async () => {
      const member = await club.member();
      const rewardId = await club.reward();
      const bare = await member.send('POST', '/api/member/redemptions', { rewardId });
      expect(bare).toMatchObject({ status: 400, body: { code: 'idempotency_key_invalid' } });
      expect((await club.redeem(member, toPublicId('reward', 999_999))).status).toBe(404);
      expect((await club.redeem(member, 'rw_nonsense')).status).toBe(422);
    });

    it('says how many points are missing, and keeps nothing', async () => {
      const member = await club.member(70);
      const rewardId = await club.reward({ stock: 1 });
      const answer = await club.redeem(member, rewardId);
      expect(answer).toMatchObject({
        status: 409,
        body: { code: 'not_enough_points', detail: '积分不够，还差 30 分。' },
      });
      await expect(club.points(member)).resolves.toMatchObject({ available: 70 });
      await expect(club.stockOf(rewardId)).resolves.toBe(1);
    });

    it('refuses what is off the shelf, not yet on it, or gone', async () => {
      const member = await club.member(1000);
      for (const terms of [
        { status: 'off_shelf' },
        { startsAt: new Date('2026-07-01') },
        { endsAt: new Date('2026-06-01T04:00:00Z') },
      ] as const) {
        const answer = await club.redeem(member, await club.reward(terms));
        expect(answer).toMatchObject({ status: 409, body: { code: 'reward_not_available' } });
      }
      const gone = await club.redeem(member, await club.reward({ stock: 0 }));
      expect(gone.body).toMatchObject({ code: 'reward_out_of_stock' });
      await expect(club.points(member)).resolves.toMatchObject({ available: 1000 });
    });

    it('refuses a store of another brand', async () => {
      const member = await club.member(200);
      const answer = await club.redeem(member, await club.reward(), {
        storeId: toPublicId('store', elsewhere.store.id),
      });
      expect(answer.status).toBe(404);
    });

    it('takes points and stock and hands out a code', async () => {
      const member = await club.member(150);
      const rewardId = await club.reward({ kind: 'coupon', couponText: '满 50 减 10', stock: 2 });
      const answer = await club.redeem(member, rewardId, { storeId: toPublicId('store', club.store.id) });
      expect(answer).toMatchObject({
        status: 201,
        body: {
          status: 'ready',
          points: 100,
          couponText: '满 50 减 10',
          reward: { id: rewardId, name: '手冲壶' },
          store: { name: '徐家汇店' },
        },
      });
      expect(answer.body.code).toMatch(/^[A-HJ-NP-Z2-9]{10}$/);
      await expect(club.points(member)).resolves.toMatchObject({ available: 50 });
      await expect(club.stockOf(rewardId)).resolves.toBe(1);
      const list = await member.get<{ items: Redeemed[] }>(`/api/member/redemptions?brandId=${club.brandId}`);
      expect(list.body.items.map(({ id }) => id)).toEqual([answer.body.id]);
    });

    it('answers the same key with the first redemption, and refuses it for another reward', async () => {
      const member = await club.member(500);
      const rewardId = await club.reward();
      const key = 'the-same-intent';
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => club.redeem(member, rewardId, { key })),
      );
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
      await expect(club.points(member)).resolves.toMatchObject({ available: 400 });
      const other = await club.redeem(member, await club.reward(), { key });
      expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
    });

    it('20 in parallel on one balance: as many as it affords', async () => {
      const member = await club.member(750);
      const rewardId = await club.reward({ stock: 100 });
      const answers = await Promise.all(Array.from({ length: 20 }, () => club.redeem(member, rewardId)));
      expect(codesOf(answers)).toEqual([...Array(7).fill(201), ...Array(13).fill('not_enough_points')]);
      await expect(club.points(member)).resolves.toMatchObject({ available: 50, debt: 0 });
      await expect(club.stockOf(rewardId)).resolves.toBe(93);
    });

    it('20 members for 3 pieces: three get one, and nobody else pays', async () => {
      const members = await Promise.all(Array.from({ length: 20 }, () => club.member(100)));
      const rewardId = await club.reward({ stock: 3 });
      const answers = await Promise.all(members.map((member) => club.redeem(member, rewardId)));
      expect(codesOf(answers)).toEqual([...Array(3).fill(201), ...Array(17).fill('reward_out_of_stock')]);
      const left = await Promise.all(members.map(async (member) => (await club.points(member)).available));
      expect(left.filter((points) => points === 100)).toHaveLength(17);
    });

    it('10 in parallel with a limit of 2 a member: two', async () => {
      const member = await club.member(1000);
      const rewardId = await club.reward({ perMemberLimit: 2 });
      const answers = await Promise.all(Array.from({ length: 10 }, () => club.redeem(member, rewardId)));
      expect(codesOf(answers)).toEqual([201, 201, ...Array(8).fill('reward_limit_reached')]);
      await expect(club.points(member)).resolves.toMatchObject({ available: 800 });
    });
  });

  describe('POST /api/member/redemptions/{id}/cancel', () => {
    it('does not know the redemption of somebody else', async () => {
      const [member, other] = [await club.member(100), await club.member()];
      const { body } = await club.redeem(member, await club.reward());
      expect((await cancel(other, body.id)).status).toBe(404);
      await expect(club.points(member)).resolves.toMatchObject({ available: 0 });
    });

    it('refuses what was handed over', async () => {
      const [member, staff] = [await club.member(100), await club.staff()];
      const { body } = await club.redeem(member, await club.reward());
      await staff.send('POST', '/api/staff/redemptions/collection', { code: body.code });
      expect(await cancel(member, body.id)).toMatchObject({
        status: 409,
        body: { code: 'redemption_not_cancellable' },
      });
    });

    it('gives points, share and stock back once, however often it is pressed', async () => {
      const member = await club.member(100);
      const rewardId = await club.reward({ stock: 1, perMemberLimit: 1 });
      const { body } = await club.redeem(member, rewardId);
      const answers = await Promise.all(Array.from({ length: 5 }, () => cancel(member, body.id)));
      expect(answers.map(({ status, body: view }) => [status, view.status])).toEqual(
        Array(5).fill([200, 'cancelled']),
      );
      await expect(club.points(member)).resolves.toMatchObject({ available: 100 });
      await expect(club.stockOf(rewardId)).resolves.toBe(1);
      expect((await club.redeem(member, rewardId)).status).toBe(201);
    });
  });

  describe('handing over', () => {
    const collect = (staff: Customer, code: string) =>
      staff.send<Redeemed & { memberName: string | null }>('POST', '/api/staff/redemptions/collection', {
        code,
      });
    const look = (staff: Customer, code: string) => staff.get<Redeemed>(`/api/staff/redemptions/${code}`);

    it('is for staff of the brand and of the store alone', async () => {
      const branch = await town.store(club.brand.id, { name: '静安店' });
      const member = await club.member(100);
      const { body } = await club.redeem(member, await club.reward(), {
        storeId: toPublicId('store', club.store.id),
      });
      for (const stranger of [await elsewhere.staff(), await club.staff([branch.id])]) {
        expect((await look(stranger, body.code)).status).toBe(404);
        expect((await collect(stranger, body.code)).status).toBe(404);
      }
      expect((await collect(member, body.code)).status).toBe(403);
      expect((await look(await club.staff(), body.code)).body).toMatchObject({ status: 'ready' });
    });

    it('refuses codes that are none', async () => {
      const staff = await club.staff();
      expect((await look(staff, 'AAAAAAAAAA')).status).toBe(404);
      expect((await look(staff, 'nonsense')).status).toBe(404);
      expect((await collect(staff, 'nonsense')).status).toBe(422);
    });

    it('happens once, however many scan', async () => {
      const [member, staff] = [await club.member(100), await club.staff()];
      await member.send('PUT', '/api/member/me/profile', { name: '林小满' });
      const { body } = await club.redeem(member, await club.reward());
      const answers = await Promise.all(Array.from({ length: 5 }, () => collect(staff, body.code)));
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409]);
      expect(answers.find(({ status }) => status === 200)?.body).toMatchObject({
        status: 'collected',
        memberName: '林小满',
        collectedAt: '2026-06-01T04:00:00.000Z',
      });
    });

    it('refuses what was cancelled', async () => {
      const [member, staff] = [await club.member(100), await club.staff()];
      const { body } = await club.redeem(member, await club.reward());
      await cancel(member, body.id);
      expect(await collect(staff, body.code)).toMatchObject({
        status: 409,
        body: { code: 'redemption_not_ready' },
      });
    });
  });
});
