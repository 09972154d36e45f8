import { toPublicId } from '../src/platform/ids/index.js';
import { Club } from './club.js';
import { expectSoundBooks } from './sound-books.js';
import { Town, type Admin, type Customer } from './town.js';

interface Rule {
  id: string;
  version: number;
  name: string;
  active: boolean;
}

interface SignIn {
  day: string;
  streak: number;
  points: number;
}

describe('rules that give points', () => {
  let town: Town;
  let club: Club;
  let owner: Admin;

  beforeAll(async () => {
    town = await Town.start();
  });
  beforeEach(async () => {
    town.app.clock.set('2026-06-01T04:00:00.000Z');
    club = await Club.open(town, `店${Math.random().toString(36).slice(2, 8)}`);
    owner = await town.admin([club.brand.id]);
  });
  afterAll(async () => {
    await expectSoundBooks(town.app);
    await town.stop();
  });

  const draft = (change: object = {}) => ({
    name: '首单礼',
    trigger: 'order.paid',
    unit: 'points',
    condition: { all: [], any: [] },
    reward: { kind: 'fixed', amount: 100, productIds: [] },
    caps: { perEvent: null, perDay: null, perMember: null },
    startsAt: null,
    endsAt: null,
    active: true,
    ...change,
  });
  const test = (fact: string, is: string, ...values: string[]) => ({ fact, is, values });
  const create = (change: object = {}, admin = owner) =>
    admin.send<Rule>('POST', '/api/admin/reward-rules', { brandId: club.brandId, ...draft(change) });
  const press = (member: Customer) =>
    member.send<SignIn>('POST', '/api/member/sign-ins', { brandId: club.brandId });

  describe('at the console', () => {
    it('are for admins of the brand who may', async () => {
      const viewer = await town.admin([club.brand.id], 'viewer');
      const stranger = await town.admin([(await Club.open(town, '木樨护肤')).brand.id]);
      expect((await create({}, viewer)).status).toBe(403);
      expect((await create({}, stranger)).status).toBe(404);
      const { id } = (await create()).body;
      expect((await stranger.send('PUT', `/api/admin/reward-rules/${id}`, draft())).status).toBe(404);
      expect((await stranger.get(`/api/admin/reward-rules?brandId=${club.brandId}`)).status).toBe(404);
      expect((await viewer.get(`/api/admin/reward-rules?brandId=${club.brandId}`)).body).toMatchObject({
        items: [{ id, version: 1 }],
      });
    });

    it.each([
      [{ condition: { all: [test('streak', 'gte', '7')], any: [] } }, 'condition.all.0'],
      [{ condition: { all: [test('tierLevel', 'gte', '老')], any: [] } }, 'condition.all.0'],
      [{ condition: { all: [], any: [test('tierLevel', 'gte', '1', '2')] } }, 'condition.any.0'],
      [{ condition: { all: [test('calendarDay', 'eq', '6-18')], any: [] } }, 'condition.all.0'],
      [{ trigger: 'sign-in.made', reward: { kind: 'per_yuan', amount: 1, productIds: [] } }, 'reward.kind'],
      [{ startsAt: '2026-06-02T00:00:00Z', endsAt: '2026-06-01T00:00:00Z' }, 'endsAt'],
      [{ reward: { kind: 'fixed', amount: 0, productIds: [] } }, 'reward.amount'],
    ])('refuse what does not fit together: %j', async (change, field) => {
      const answer = await create(change);
      expect(answer.status).toBe(422);
      expect(JSON.stringify(answer.body)).toContain(field.split('.')[0]);
    });

    it('change by versions; what was given names the version that gave it', async () => {
      const { id } = (await create()).body;
      const member = await club.member();
      await club.buy(member, 10_00);
      const changed = await owner.send<Rule>(
        'PUT',
        `/api/admin/reward-rules/${id}`,
        draft({ reward: { kind: 'fixed', amount: 7, productIds: [] } }),
      );
      expect(changed.body).toMatchObject({ id, version: 2 });
      await club.buy(member, 10_00);
      await owner.send('PUT', `/api/admin/reward-rules/${id}`, draft({ active: false }));
      await club.buy(member, 10_00);
      const rows = await town.app.query<{ rule_version: number; amount: number }>(
        'SELECT rule_version, amount FROM reward_award WHERE member_id = ? ORDER BY id',
        [await member.memberId()],
      );
      expect(rows.map((row) => [row.rule_version, row.amount])).toEqual([
        [1, 100],
        [2, 7],
      ]);
      await expect(club.points(member)).resolves.toMatchObject({ available: 30 + 107 });
    });

    it('say what they would have given in the last 30 days, and give nothing', async () => {
      const members = [await club.member(), await club.member(), await club.member()];
      for (const member of members) {
        await club.buy(member, 50_00);
        await club.buy(member, 250_00);
      }
      const answer = await owner.send<{ events: number; members: number; amount: number }>(
        'POST',
        '/api/admin/reward-rules/trial',
        {
          brandId: club.brandId,
          ...draft({
            condition: { all: [test('paidFen', 'gte', '10000')], any: [] },
            reward: { kind: 'per_yuan', amount: 5_000, productIds: [] },
            caps: { perEvent: 120, perDay: null, perMember: 100 },
            startsAt: '2027-01-01T00:00:00Z',
          }),
        },
      );
      expect(answer).toMatchObject({ status: 200, body: { events: 6, members: 3, amount: 300 } });
      await expect(club.points(members[0] as Customer)).resolves.toMatchObject({ available: 300 });
    });
  });

  describe('of orders', () => {
    it('give for the first one alone, and take it back pro rata with the rest', async () => {
      await create({ condition: { all: [test('orderNumber', 'eq', '1')], any: [] } });
      const member = await club.member();
      await club.buy(member, 50_00);
      await club.buy(member, 50_00);
      await expect(club.points(member)).resolves.toMatchObject({ available: 200 });
    });

    it('multiply by tier, and never give more than their caps in parallel', async () => {
      await create({
        name: '老主顾双倍',
        condition: { all: [test('tierLevel', 'gte', '2')], any: [] },
        reward: { kind: 'per_yuan', amount: 10_000, productIds: [] },
        caps: { perEvent: 60, perDay: 100, perMember: null },
      });
      const member = await club.member();
      await club.buy(member, 600_00);
      await expect(club.points(member)).resolves.toMatchObject({ available: 600 });
      await Promise.all(Array.from({ length: 8 }, () => club.buy(member, 100_00)));
      await expect(club.points(member)).resolves.toMatchObject({ available: 1400 + 100 });
      town.app.clock.advance(86_400_000);
      await club.buy(member, 100_00);
      await expect(club.points(member)).resolves.toMatchObject({ available: 1500 + 160 });
    });
  });

  describe('of signing in', () => {
    beforeEach(async () => {
      await create({
        name: '每日签到',
        trigger: 'sign-in.made',
        reward: { kind: 'fixed', amount: 2, productIds: [] },
      });
      await create({
        name: '连签三天',
        trigger: 'sign-in.made',
        condition: { all: [test('streak', 'every', '3')], any: [] },
        reward: { kind: 'fixed', amount: 10, productIds: [] },
      });
    });

    it('is for members', async () => {
      expect((await town.app.post('/api/member/sign-ins', { body: { brandId: club.brandId } })).status).toBe(
        401,
      );
      const outsider = await (await Club.open(town, '木樨护肤')).member();
      expect((await press(outsider)).body).toMatchObject({ code: 'membership_required' });
    });

    it('gives once, pressed 50 times at once', async () => {
      const member = await club.member();
      const answers = await Promise.all(Array.from({ length: 50 }, () => press(member)));
      expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(200));
      await expect(club.points(member)).resolves.toMatchObject({ available: 2 });
      const rows = await town.app.query('SELECT * FROM sign_in WHERE member_id = ?', [
        await member.memberId(),
      ]);
      expect(rows).toHaveLength(1);
    });

    it('counts days in a row by the midnights of the brand, and begins anew after a gap', async () => {
      const member = await club.member();
      const streaks: [number, number][] = [];
      for (const at of [
        '2028-02-27T15:59:59.999Z',
        '2028-02-27T16:00:00.000Z',
        '2028-02-28T16:00:00.000Z',
        '2028-02-29T15:59:59.999Z',
        '2028-02-29T16:00:00.000Z',
        '2028-03-02T16:00:00.000Z',
      ]) {
        town.app.clock.set(at);
        await member.signIn();
        const { streak, points } = (await press(member)).body;
        streaks.push([streak, points]);
      }
      expect(streaks).toEqual([
        [1, 2],
        [2, 2],
        [3, 12],
        [3, 12],
        [4, 2],
        [1, 2],
      ]);
      const calendar = await member.get(`/api/member/sign-ins?brandId=${club.brandId}&month=2028-02`);
      expect(calendar.body).toMatchObject({
        month: '2028-02',
        today: '2028-03-03',
        signedIn: true,
        streak: 1,
        days: [
          { day: '2028-02-27', points: 2 },
          { day: '2028-02-28', points: 2 },
          { day: '2028-02-29', points: 12 },
        ],
      });
      expect((calendar.body['ahead'] as { points: number }[]).map(({ points }) => points)).toEqual([
        2, 12, 2, 2, 12, 2, 2,
      ]);
    });
  });

  describe('gifts', () => {
    const gifts = async (member: Customer) =>
      (await member.get<{ items: object[] }>(`/api/member/gifts?brandId=${club.brandId}`)).body.items;
    const fetchGift = (member: Customer, kind: string) =>
      member.send('POST', '/api/member/gifts', { brandId: club.brandId, kind });

    it('wait for the birthday and a complete profile, and are fetched once however fast', async () => {
      await create({
        name: '生日礼',
        trigger: 'birthday.come',
        reward: { kind: 'fixed', amount: 66, productIds: [] },
      });
      await create({
        name: '完善资料',
        trigger: 'profile.completed',
        reward: { kind: 'fixed', amount: 20, productIds: [] },
      });
      const member = await club.member();
      await expect(gifts(member)).resolves.toEqual([
        { kind: 'birthday', points: 66, state: 'not_yet' },
        { kind: 'profile', points: 20, state: 'not_yet' },
      ]);
      expect((await fetchGift(member, 'birthday')).body).toMatchObject({ code: 'gift_not_ready' });
      await member.send('PUT', '/api/member/me/profile', { name: '小满', birthday: '1990-05-30' });
      await expect(gifts(member)).resolves.toContainEqual({ kind: 'birthday', points: 66, state: 'ready' });
      const answers = await Promise.all(Array.from({ length: 10 }, () => fetchGift(member, 'birthday')));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ body }) => body['code'] === 'gift_fetched')).toHaveLength(9);
      await expect(club.points(member)).resolves.toMatchObject({ available: 66 });
      const [entry] = (
        await member.get<{ items: { text: string; cause: string }[] }>(
          `/api/member/points/entries?brandId=${club.brandId}`,
        )
      ).body.items;
      expect(entry).toMatchObject({ text: '生日礼', cause: 'reward.given' });
    });
  });

  it('know no rule of another kind of id', async () => {
    expect(
      (await owner.send('PUT', `/api/admin/reward-rules/${toPublicId('reward', 1)}`, draft())).status,
    ).toBe(404);
  });
});
