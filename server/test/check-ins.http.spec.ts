import { observeStatements } from '../src/platform/database/index.js';
import { toPublicId } from '../src/platform/ids/index.js';
import type { Store } from '../src/modules/org/index.js';
import { Club } from './club.js';
import { expectSoundBooks } from './sound-books.js';
import { Town, type Customer } from './town.js';

interface CheckedIn {
  id: string;
  businessDay: string;
  points: number;
  code?: string;
}

const AT_THE_DOOR = { lat: 31.1956, lng: 121.4372 };
const ACROSS_TOWN = { lat: 31.2304, lng: 121.4737 };
/** Noon in Shanghai. */
const NOON = '2026-06-01T04:00:00.000Z';

describe('check-ins', () => {
  let town: Town;
  let club: Club;
  let elsewhere: Club;
  let branch: Store;
  let clerk: Customer;

  beforeAll(async () => {
    town = await Town.start();
    club = await Club.open(town);
    elsewhere = await Club.open(town, '木樨护肤');
    branch = await town.store(club.brand.id, { name: '静安店', checkInLocation: 'soft' });
    clerk = await club.staff();
  });
  beforeEach(() => town.app.clock.set(NOON));
  afterAll(async () => {
    await expectSoundBooks(town.app);
    await town.stop();
  });

  const press = (member: Customer, body: object) =>
    member.send<CheckedIn>('POST', '/api/member/check-ins', body);
  const scan = (staff: Customer, body: object) => staff.send<CheckedIn>('POST', '/api/staff/check-ins', body);
  const cardCode = async (member: Customer, brandId = club.brandId) =>
    (await member.get<{ code: string; offlineCode: string }>(`/api/member/card/code?brandId=${brandId}`))
      .body;
  const storeCode = async (staff: Customer, store = club.store) =>
    (
      await staff.get<{ code: string; expiresAt: string; refreshAfterSeconds: number }>(
        `/api/staff/stores/${toPublicId('store', store.id)}/code`,
      )
    ).body;
  const pointsOf = async (member: Customer) => (await club.points(member)).available;

  describe('by the printed code', () => {
    const printed = () => club.store.code;

    it('refuses strangers, those who have not joined, and codes of no store', async () => {
      const body = { storeCode: printed(), ...AT_THE_DOOR };
      expect((await town.app.post('/api/member/check-ins', { body })).status).toBe(401);
      expect((await press(await town.visitor(), body)).body).toMatchObject({ code: 'membership_required' });
      const member = await elsewhere.member();
      expect((await press(member, body)).body).toMatchObject({ code: 'membership_required' });
      expect((await press(member, { ...body, storeCode: 'AAAAAAAAAA' })).status).toBe(404);
      expect((await press(member, { ...body, lat: 'here' })).status).toBe(422);
    });

    it('asks where the customer is and refuses those who are not there', async () => {
      const member = await club.member();
      expect(await press(member, { storeCode: printed() })).toMatchObject({
        status: 409,
        body: { code: 'location_required' },
      });
      expect(await press(member, { storeCode: printed(), ...ACROSS_TOWN })).toMatchObject({
        status: 409,
        body: { code: 'too_far_from_store' },
      });
      await expect(pointsOf(member)).resolves.toBe(0);
    });

    it('takes a store with a soft rule at its word, unless the distance is known', async () => {
      const member = await club.member();
      expect((await press(member, { storeCode: branch.code, ...ACROSS_TOWN })).body).toMatchObject({
        code: 'too_far_from_store',
      });
      expect((await press(member, { storeCode: branch.code })).status).toBe(201);
    });

    it('gives points once a day and store, however often and parallel it is pressed', async () => {
      const member = await club.member();
      const body = { storeCode: printed(), ...AT_THE_DOOR };
      const answers = await Promise.all(Array.from({ length: 50 }, () => press(member, body)));
      const [made, ...refused] = answers.toSorted((a, b) => a.status - b.status);
      expect(made).toMatchObject({
        status: 201,
        body: { businessDay: '2026-06-01', points: 5, kind: 'customer' },
      });
      expect(new Set(refused.map((answer) => answer.body.code))).toEqual(new Set(['already_checked_in']));
      await expect(pointsOf(member)).resolves.toBe(5);
      expect((await press(member, { storeCode: branch.code })).status).toBe(201);
      await expect(pointsOf(member)).resolves.toBe(10);
      const list = await member.get<{ items: CheckedIn[] }>(`/api/member/check-ins?brandId=${club.brandId}`);
      expect(list.body.items).toHaveLength(2);
    });

    it('costs eight statements, points included', async () => {
      const body = { storeCode: printed(), ...AT_THE_DOOR };
      const [first, second] = [await club.member(1), await club.member(1)];
      await press(first, body);
      await second.get(`/api/member/points?brandId=${club.brandId}`);
      const seen: string[] = [];
      const stop = observeStatements((sql) => seen.push(sql));
      expect((await press(second, body)).status).toBe(201);
      stop();
      expect(seen.length).toBeLessThanOrEqual(8);
    });

    it('counts by the business day of Shanghai', async () => {
      const member = await club.member();
      const body = { storeCode: printed(), ...AT_THE_DOOR };
      const days: (string | undefined)[] = [];
      for (const at of ['2026-06-01T15:59:59.999Z', '2026-06-01T16:00:00.000Z', '2026-06-02T15:59:59.999Z']) {
        town.app.clock.set(at);
        await member.signIn();
        const { body: answer } = await press(member, body);
        days.push(answer.businessDay ?? answer.code);
      }
      expect(days).toEqual(['2026-06-01', '2026-06-02', 'already_checked_in']);
    });
  });

  describe('by the rotating code of the till', () => {
    it('is shown to the staff of the store alone', async () => {
      const path = `/api/staff/stores/${toPublicId('store', club.store.id)}/code`;
      expect((await town.app.get(path)).status).toBe(401);
      expect((await (await club.member()).get(path)).status).toBe(403);
      expect((await (await club.staff([branch.id])).get(path)).status).toBe(404);
      expect((await (await elsewhere.staff()).get(path)).status).toBe(404);
      await expect(storeCode(clerk)).resolves.toMatchObject({
        refreshAfterSeconds: 30,
        expiresAt: '2026-06-01T04:01:00.000Z',
      });
    });

    it('needs no position, for as long as it says', async () => {
      const { code, expiresAt } = await storeCode(clerk);
      town.app.clock.set(new Date(Date.parse(expiresAt) - 1));
      expect((await press(await club.member(), { storeCode: code })).status).toBe(201);
      town.app.clock.set(expiresAt);
      expect(await press(await club.member(), { storeCode: code })).toMatchObject({
        status: 409,
        body: { code: 'code_expired' },
      });
    });

    it('is no code when a letter was changed or when it is a member’s', async () => {
      const member = await club.member();
      const { code } = await storeCode(clerk);
      const forged = code.slice(0, -1) + (code.endsWith('A') ? 'B' : 'A');
      for (const storeCodeSent of [forged, (await cardCode(member)).code]) {
        expect((await press(member, { storeCode: storeCodeSent })).body).toMatchObject({
          code: 'code_expired',
        });
      }
    });
  });

  describe('by the staff who scan a card', () => {
    it('refuses others, and members of other brands', async () => {
      const member = await club.member();
      const { code } = await cardCode(member);
      expect((await town.app.post('/api/staff/check-ins', { body: { memberCode: code } })).status).toBe(401);
      expect((await scan(member, { memberCode: code })).status).toBe(403);
      expect((await scan(await elsewhere.staff(), { memberCode: code })).status).toBe(404);
      const stranger = await elsewhere.member();
      const foreign = await cardCode(stranger, elsewhere.brandId);
      expect((await scan(clerk, { memberCode: foreign.code })).status).toBe(404);
      expect((await scan(clerk, { memberCode: 'L1NONSENSE' })).body).toMatchObject({
        code: 'member_code_invalid',
      });
      const elsewhereStore = toPublicId('store', branch.id);
      expect((await scan(clerk, { memberCode: code, storeId: elsewhereStore })).status).toBe(404);
      await expect(pointsOf(member)).resolves.toBe(0);
    });

    it('asks staff of several stores where they are', async () => {
      const roving = await club.staff([club.store.id, branch.id]);
      const { code } = await cardCode(await club.member());
      expect((await scan(roving, { memberCode: code })).body).toMatchObject({
        errors: [{ field: 'storeId' }],
      });
      const storeId = toPublicId('store', branch.id);
      expect((await scan(roving, { memberCode: code, storeId })).body).toMatchObject({
        store: { name: '静安店' },
      });
    });

    it('takes a code for one check-in, whoever scans it', async () => {
      const [member, other] = [await club.member(), await club.staff([branch.id])];
      const { code, offlineCode } = await cardCode(member);
      const answers = await Promise.all(
        [clerk, other, clerk, other].map((staff, index) =>
          scan(staff, { memberCode: index < 2 ? code : offlineCode }),
        ),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
      await expect(pointsOf(member)).resolves.toBe(5);
    });

    it('takes the next code for the next store, and no code for the same store twice', async () => {
      const [member, other] = [await club.member(), await club.staff([branch.id])];
      expect((await scan(clerk, { memberCode: (await cardCode(member)).code })).body).toMatchObject({
        kind: 'staff',
      });
      town.app.clock.advance(30_000);
      expect((await scan(clerk, { memberCode: (await cardCode(member)).code })).body).toMatchObject({
        code: 'already_checked_in',
      });
      expect((await scan(other, { memberCode: (await cardCode(member)).code })).status).toBe(201);
    });

    it('refuses a stale code', async () => {
      const { code } = await cardCode(await club.member());
      town.app.clock.advance(60_000);
      expect((await scan(clerk, { memberCode: code })).body).toMatchObject({ code: 'member_code_invalid' });
    });
  });

  describe('the staff desk', () => {
    const look = (staff: Customer, memberCode: string) =>
      staff.send('POST', '/api/staff/members/lookup', { memberCode });
    const today = (staff: Customer, store = club.store) =>
      staff.get<{ checkIns: number; redemptions: unknown[] }>(
        `/api/staff/today?storeId=${toPublicId('store', store.id)}`,
      );

    it('is closed to others', async () => {
      const member = await club.member();
      const { code } = await cardCode(member);
      expect((await look(member, code)).status).toBe(403);
      expect((await look(await elsewhere.staff(), code)).status).toBe(404);
      expect((await today(member)).status).toBe(403);
      expect((await today(clerk, branch)).status).toBe(404);
      expect((await clerk.get('/api/staff/today')).status).toBe(422);
    });

    it('says who stands there and what waits for them', async () => {
      const member = await club.member(600);
      await member.send('PUT', '/api/member/me/profile', { name: '林小满' });
      await club.redeem(member, await club.reward(), { storeId: toPublicId('store', club.store.id) });
      await club.redeem(member, await club.reward(), { storeId: toPublicId('store', branch.id) });
      await club.redeem(member, await club.reward());
      const { code } = await cardCode(member);
      const before = (await today(clerk)).body;
      expect((await look(clerk, code)).body).toMatchObject({
        memberId: toPublicId('member', await member.memberId()),
        name: '林小满',
        phoneMasked: null,
        tier: { name: '老主顾', level: 2 },
        points: 300,
        growth: 600,
        checkedInToday: false,
        readyRedemptions: [{ memberName: '林小满', store: { name: '徐家汇店' } }, { store: null }],
        readyOrders: [],
      });
      expect((await scan(clerk, { memberCode: code })).status).toBe(201);
      expect((await look(clerk, (await cardCode(member)).code)).body).toMatchObject({ checkedInToday: true });
      const after = (await today(clerk)).body;
      expect(after.checkIns).toBe(before.checkIns + 1);
      expect(after.redemptions).toContainEqual(expect.objectContaining({ memberName: '林小满' }));
    });
  });

  it('are listed for admins of the brand alone', async () => {
    const member = await club.member();
    await press(member, { storeCode: branch.code });
    const path = `/api/admin/members/${toPublicId('member', await member.memberId())}/check-ins?brandId=${club.brandId}`;
    const owner = await town.admin([club.brand.id]);
    expect((await (await town.admin([elsewhere.brand.id])).get(path)).status).toBe(404);
    expect((await owner.get<{ items: CheckedIn[] }>(path)).body.items).toMatchObject([{ points: 5 }]);
  });
});
