import { TakeBackForRefund } from '../src/modules/loyalty/index.js';
import { startOfBusinessDay } from '../src/platform/clock/index.js';
import { JobRunner } from '../src/platform/jobs/index.js';
import { toPublicId } from '../src/platform/ids/index.js';
import { Club } from './club.js';
import { expectSoundBooks } from './sound-books.js';
import { Town, type Admin, type Customer } from './town.js';

const DAY = 86_400_000;

interface Outlook {
  waiting: { amount: number; text: string; maturesAt: string }[];
  lapsing: { amount: number; lapsesAt: string }[];
}

describe('how long points wait and live', () => {
  let town: Town;
  let club: Club;
  let owner: Admin;
  let viewer: Admin;
  let stranger: Admin;

  beforeAll(async () => {
    town = await Town.start();
    club = await Club.open(town);
    const elsewhere = await Club.open(town, '木樨护肤');
    owner = await town.admin([club.brand.id]);
    viewer = await town.admin([club.brand.id], 'viewer');
    stranger = await town.admin([elsewhere.brand.id]);
    await town.app.nest.get(JobRunner).ensureRecurring();
  });
  afterAll(async () => {
    await expectSoundBooks(town.app);
    await town.stop();
  });

  const set = async (admin: Admin, terms: object) =>
    admin.send('PUT', '/api/admin/points-terms', { brandId: club.brandId, ...terms });
  const setLater = async (terms: object) => {
    await owner.signIn();
    expect((await set(owner, terms)).status).toBe(200);
  };
  const outlook = async (member: Customer) => {
    await member.signIn();
    return (await member.get<Outlook>(`/api/member/points/outlook?brandId=${club.brandId}`)).body;
  };
  const goTo = async (wall: string) => {
    town.app.clock.set(new Date(`${wall}+08:00`));
    await town.app.runDueJobs();
  };

  it('is for admins of the brand who may, and says what is wrong', async () => {
    const terms = { pendingDays: 7, expiry: 'months', expiryAfter: 12 };
    expect((await set(viewer, terms)).status).toBe(403);
    expect((await set(stranger, terms)).status).toBe(404);
    expect((await stranger.get(`/api/admin/points-terms?brandId=${club.brandId}`)).status).toBe(404);
    for (const wrong of [
      { expiryAfter: 2 },
      { expiryAfter: 61 },
      { pendingDays: 61 },
      { expiry: 'never' },
      { expiry: 'year_end', expiryAfter: 6 },
      { expiry: 'someday' },
    ]) {
      expect(await set(owner, { ...terms, ...wrong })).toMatchObject({
        status: 422,
        body: { code: 'validation_failed' },
      });
    }
    expect((await viewer.get(`/api/admin/points-terms?brandId=${club.brandId}`)).body).toEqual({
      pendingDays: 0,
      expiry: 'never',
      expiryAfter: 0,
    });
  });

  it('what an order earns waits for the refund window, a visit does not, and both lapse with their terms', async () => {
    await goTo('2026-06-01T23:59:59');
    const member = await club.member(50);
    await setLater({ pendingDays: 7, expiry: 'months', expiryAfter: 12 });
    const orderId = await club.buy(member, 20_00);
    await expect(club.points(member)).resolves.toEqual({ available: 50, pending: 20, debt: 0 });
    await expect(outlook(member)).resolves.toEqual({
      waiting: [
        { amount: 20, text: '消费获得积分', maturesAt: startOfBusinessDay('2026-06-09').toISOString() },
      ],
      lapsing: [],
    });

    await town.app.inTransaction((tx) =>
      town.app.nest.get(TakeBackForRefund).execute(tx, { orderId, refundId: 1, totalRefundedFen: 5_00 }),
    );
    await goTo('2026-06-08T23:59:59');
    await expect(club.points(member)).resolves.toEqual({ available: 50, pending: 15, debt: 0 });
    await goTo('2026-06-09T00:00:10');
    await expect(club.points(member)).resolves.toEqual({ available: 65, pending: 0, debt: 0 });

    await goTo('2027-05-31T12:00:00');
    await expect(outlook(member)).resolves.toEqual({
      waiting: [],
      lapsing: [{ amount: 15, lapsesAt: startOfBusinessDay('2027-06-02').toISOString() }],
    });
    await goTo('2027-06-02T00:00:10');
    // What was earned before there were terms never lapses.
    await expect(club.points(member)).resolves.toEqual({ available: 50, pending: 0, debt: 0 });
  });

  it('staff see whose points go, 30, 7 and 1 days before, once each', async () => {
    await goTo('2028-01-31T12:00:00');
    await setLater({ pendingDays: 0, expiry: 'months', expiryAfter: 3 });
    const staff = await club.staff();
    const member = await club.member();
    await town.app.inTransaction(async (tx) => {
      await tx.execute('UPDATE membership SET store_id = ? WHERE member_id = ?', [
        club.store.id,
        await member.memberId(),
      ]);
    });
    await club.buy(member, 30_00);
    const storeId = toPublicId('store', club.store.id);
    const list = async () => {
      await staff.signIn();
      return (
        await staff.get<{ items: { points: number; lapsesAt: string }[] }>(
          `/api/staff/points-notices?storeId=${storeId}`,
        )
      ).body.items;
    };
    await goTo('2028-03-31T23:00:00');
    await expect(list()).resolves.toEqual([]);
    for (const [day, notices] of [
      ['2028-04-01', 1],
      ['2028-04-02', 1],
      ['2028-04-24', 2],
      ['2028-04-30', 3],
    ] as const) {
      await goTo(`${day}T10:00:00`);
      const rows = await town.app.query<{ days_before: number }>(
        'SELECT days_before FROM points_notice WHERE member_id = ? ORDER BY id',
        [await member.memberId()],
      );
      expect(rows).toHaveLength(notices);
      await expect(list()).resolves.toMatchObject([
        { points: 30, lapsesAt: startOfBusinessDay('2028-05-01').toISOString() },
      ]);
    }
    town.app.clock.advance(DAY);
    await expect(list()).resolves.toEqual([]);
    const elsewhere = await town.store(club.brand.id);
    expect(
      (await staff.get(`/api/staff/points-notices?storeId=${toPublicId('store', elsewhere.id)}`)).status,
    ).toBe(404);
  });
});
