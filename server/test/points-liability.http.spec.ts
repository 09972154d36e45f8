import { SetPointsTerms, TakeBackForRefund } from '../src/modules/loyalty/index.js';
import { JobRunner } from '../src/platform/jobs/index.js';
import { Club } from './club.js';
import { expectSoundBooks } from './sound-books.js';
import { Town, houseAdmin } from './town.js';

interface Liability {
  alarm: boolean;
  pointsPerYuan: number;
  months: Record<string, unknown>[];
  proof: { accounts: number; violations: number; findings: { claim: string }[] } | null;
}

describe('what the points of a program amount to', () => {
  let town: Town;
  let club: Club;

  beforeAll(async () => {
    town = await Town.start();
    club = await Club.open(town);
    await town.app.nest.get(JobRunner).ensureRecurring();
  });
  afterAll(async () => {
    await expectSoundBooks(town.app);
    await town.stop();
  });

  const goTo = async (wall: string) => {
    town.app.clock.set(new Date(`${wall}+08:00`));
    await town.app.runDueJobs();
  };
  const report = async () => {
    const owner = await town.admin([club.brand.id], 'finance');
    return (await owner.get<Liability>(`/api/admin/points-liability?brandId=${club.brandId}`)).body;
  };

  it('is for admins of the brand', async () => {
    const stranger = await town.admin([(await Club.open(town, '木樨护肤')).brand.id]);
    expect((await stranger.get(`/api/admin/points-liability?brandId=${club.brandId}`)).status).toBe(404);
    expect((await town.app.get(`/api/admin/points-liability?brandId=${club.brandId}`)).status).toBe(401);
  });

  it('goes from month to month by cause, the running day included, and sums days that are over once', async () => {
    await town.app.inTransaction((tx) =>
      town.app.nest.get(SetPointsTerms).execute(tx, houseAdmin(club.brand.id), {
        brandId: club.brand.id,
        pendingDays: 7,
        expiry: 'months',
        expiryAfter: 3,
      }),
    );
    await goTo('2026-06-29T12:00:00');
    const member = await club.member();
    const kept = await club.buy(member, 300_00);
    const returned = await club.buy(member, 100_00);
    expect(kept).not.toBe(returned);
    await expect(report()).resolves.toMatchObject({
      months: [{ month: '2026-06', issued: 400, available: 0, pending: 400, debt: 0, valueFen: 400 }],
    });
    await goTo('2026-07-02T03:00:00');
    await town.app.inTransaction((tx) =>
      town.app.nest
        .get(TakeBackForRefund)
        .execute(tx, { orderId: returned, refundId: 1, totalRefundedFen: 100_00 }),
    );
    await goTo('2026-07-07T03:00:00');
    await member.signIn();
    await club.redeem(member, await club.reward({ points: 120 }));
    for (const day of ['2026-07-08', '2026-07-09', '2026-10-01']) {
      await goTo(`${day}T03:00:00`);
    }
    await expect(report()).resolves.toMatchObject({
      alarm: false,
      months: [
        { month: '2026-10', expired: 180, available: 0, pending: 0, valueFen: 0 },
        {
          month: '2026-07',
          issued: 0,
          takenBack: 100,
          matured: 300,
          redeemed: 120,
          available: 180,
          pending: 0,
          valueFen: 180,
          causes: [
            { flow: 'taken_back', cause: 'order.refunded', points: 100 },
            { flow: 'redeemed', cause: 'redemption.made', points: 120 },
            { flow: 'matured', cause: 'points.matured', points: 300 },
          ],
        },
        { month: '2026-06', issued: 400, available: 0, pending: 400 },
      ],
      proof: { violations: 0, findings: [] },
    });
    const days = await town.app.query<{ n: number }>('SELECT COUNT(*) AS n FROM ledger_day_summed');
    expect(days[0]?.n).toBeGreaterThan(2);
  });

  it('raises an alarm when the proof finds something, or does not come', async () => {
    await town.app.inTransaction((tx) => tx.execute('UPDATE ledger_lot SET remaining = 1 WHERE id = 1'));
    await goTo('2026-10-02T03:00:00');
    await expect(report()).resolves.toMatchObject({ alarm: true, proof: { violations: 2 } });
    await town.app.inTransaction((tx) => tx.execute('UPDATE ledger_lot SET remaining = 0 WHERE id = 1'));
    await goTo('2026-10-03T03:00:00');
    await expect(report()).resolves.toMatchObject({ alarm: false });
    town.app.clock.advance(37 * 3_600_000);
    await expect(report()).resolves.toMatchObject({ alarm: true, proof: { violations: 0 } });
  });
});
