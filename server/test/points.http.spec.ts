import fc from 'fast-check';
import { TakeBackForRefund } from '../src/modules/loyalty/index.js';
import { Outbox } from '../src/platform/jobs/index.js';
import { toPublicId } from '../src/platform/ids/index.js';
import { observeStatements } from '../src/platform/database/index.js';
import { Club } from './club.js';
import { expectSoundBooks } from './sound-books.js';
import { Town, type Customer } from './town.js';

interface Entry {
  id: string;
  amount: number;
  balanceAfter: number;
  cause: string;
  text: string;
}

describe('points', () => {
  let town: Town;
  let club: Club;
  let elsewhere: Club;
  let lastRefund = 0;

  beforeAll(async () => {
    town = await Town.start();
    club = await Club.open(town);
    elsewhere = await Club.open(town, '木樨护肤');
  });
  afterAll(async () => {
    await expectSoundBooks(town.app);
    await town.stop();
  });

  const refund = (orderId: number, totalRefundedFen: number, refundId = (lastRefund += 1)) =>
    town.app.inTransaction((tx) =>
      town.app.nest.get(TakeBackForRefund).execute(tx, { orderId, refundId, totalRefundedFen }),
    );
  const card = (member: Customer) =>
    member.get<{ growth: number; savedFen: number; tier: { level: number } }>(
      `/api/member/card?brandId=${club.brandId}`,
    );
  const entries = async (member: Customer, query = '') =>
    (
      await member.get<{ items: Entry[]; next: string | null }>(
        `/api/member/points/entries?brandId=${club.brandId}${query}`,
      )
    ).body;

  describe('reading', () => {
    it('refuses strangers and brands that do not exist', async () => {
      for (const path of ['points', 'points/entries', 'card']) {
        expect((await town.app.get(`/api/member/${path}?brandId=${club.brandId}`)).status).toBe(401);
        const visitor = await town.visitor();
        expect((await visitor.get(`/api/member/${path}?brandId=${club.brandId}`)).status).toBe(403);
        const member = await club.member();
        expect((await member.get(`/api/member/${path}?brandId=${toPublicId('brand', 999)}`)).status).toBe(
          404,
        );
        expect((await member.get(`/api/member/${path}`)).status).toBe(422);
      }
    });

    it('shows no card of a brand that was not joined', async () => {
      const member = await elsewhere.member();
      expect((await card(member)).body).toMatchObject({ code: 'membership_required' });
    });

    it('hides entries from admins of other brands, and members from admins of brands they have not joined', async () => {
      const member = await club.member(10);
      const id = toPublicId('member', await member.memberId());
      const [owner, stranger] = [await town.admin([club.brand.id]), await town.admin([elsewhere.brand.id])];
      const path = `/api/admin/members/${id}/points-entries`;
      expect((await stranger.get(`${path}?brandId=${club.brandId}`)).status).toBe(404);
      expect((await stranger.get(`${path}?brandId=${elsewhere.brandId}`)).status).toBe(404);
      expect(
        (await owner.get<{ items: Entry[] }>(`${path}?brandId=${club.brandId}`)).body.items,
      ).toMatchObject([{ amount: 10, balanceAfter: 10, cause: 'order.paid', text: '消费获得积分' }]);
    });

    it('shows the card to admins of the brand as the member sees it', async () => {
      const member = await club.member(10);
      const id = toPublicId('member', await member.memberId());
      const path = `/api/admin/members/${id}/card?brandId=${club.brandId}`;
      expect((await (await town.admin([elsewhere.brand.id])).get(path)).status).toBe(404);
      const seen = await (await town.admin([club.brand.id])).get(path);
      expect(seen.body).toEqual((await card(member)).body);
    });

    it('pages through the statement without gaps', async () => {
      const member = await club.member();
      for (const yuan of [1, 2, 3, 4, 5]) {
        await club.buy(member, yuan * 100);
      }
      const amounts: number[] = [];
      let after = '';
      do {
        const page = await entries(member, `&limit=2${after}`);
        amounts.push(...page.items.map(({ amount }) => amount));
        after = page.next === null ? '' : `&after=${page.next}`;
      } while (after !== '');
      expect(amounts).toEqual([5, 4, 3, 2, 1]);
      expect((await member.get(`/api/member/points/entries?brandId=${club.brandId}&after=junk`)).status).toBe(
        422,
      );
    });

    it('reads a card in three statements', async () => {
      const member = await club.member(10);
      await card(member);
      const seen: string[] = [];
      const stop = observeStatements((sql) => seen.push(sql));
      await card(member);
      stop();
      expect(seen.length).toBeLessThanOrEqual(3);
    });
  });

  describe('an order', () => {
    it('earns by what was paid, rounded down, and lifts the tier', async () => {
      const member = await club.member();
      await club.buy(member, 49_999);
      expect((await card(member)).body).toMatchObject({
        growth: 499,
        points: { available: 499, pending: 0, debt: 0 },
        tier: { level: 1, next: { name: '老主顾', growthNeeded: 1 } },
        benefits: [],
      });
      await club.buy(member, 100);
      expect((await card(member)).body).toMatchObject({
        growth: 500,
        tier: { name: '老主顾', level: 2, next: null },
        benefits: [{ title: '生日赠饮' }],
      });
    });

    it('keeps the tier when points are spent', async () => {
      const member = await club.member(500);
      await club.redeem(member, await club.reward({ points: 500 }));
      expect((await card(member)).body).toMatchObject({
        growth: 500,
        tier: { level: 2 },
        points: { available: 0 },
      });
    });

    it('told five times at once earns once', async () => {
      const member = await club.member();
      const memberId = await member.memberId();
      const { id: brandId, programId } = club.brand;
      const order = { orderId: 77, brandId, programId, memberId, storeId: club.store.id, paidFen: 5800 };
      await town.app.inTransaction(async (tx) => {
        for (let time = 0; time < 5; time += 1) {
          await town.app.nest.get(Outbox).emit(tx, 'order.paid', {
            ...order,
            steps: [
              { rule: 'list', label: '商品金额', amountFen: 6800 },
              { rule: 'member', label: '会员价优惠', amountFen: -1000 },
            ],
          });
        }
      });
      await town.app.runDueJobs();
      expect((await card(member)).body).toMatchObject({
        points: { available: 58 },
        growth: 58,
        savedFen: 1000,
      });
    });

    it('that cost nothing earns nothing, and may still be refunded', async () => {
      const member = await club.member();
      const orderId = await club.buy(member, 0);
      await refund(orderId, 0);
      await expect(club.points(member)).resolves.toEqual({ available: 0, pending: 0, debt: 0 });
    });
  });

  describe('a refund', () => {
    it('that overtakes the earning waits for it', async () => {
      const { id: brandId, programId } = club.brand;
      const member = await club.member();
      const memberId = await member.memberId();
      const event = { orderId: 78, brandId, programId, memberId, storeId: club.store.id };
      const emit = town.app.nest.get(Outbox);
      await town.app.inTransaction((tx) =>
        emit.emit(tx, 'order.refunded', {
          ...event,
          refundId: 9_001,
          refundedFen: 900,
          totalRefundedFen: 900,
        }),
      );
      await town.app.runDueJobs();
      await town.app.inTransaction((tx) =>
        emit.emit(tx, 'order.paid', { ...event, paidFen: 900, steps: [] }),
      );
      await town.app.runDueJobs();
      await expect(club.points(member)).resolves.toMatchObject({ available: 9 });
      town.app.clock.advance(60_000);
      await town.app.runDueJobs();
      await expect(club.points(member)).resolves.toMatchObject({ available: 0, debt: 0 });
    });

    it('takes back its share, and in the end exactly everything: points, growth and savings', async () => {
      const member = await club.member();
      const orderId = await club.buy(member, 8_850, [
        { rule: 'member', amountFen: 1_001 },
        { rule: 'coupon', amountFen: 500 },
      ]);
      expect((await card(member)).body).toMatchObject({ growth: 88, savedFen: 1_501 });
      await refund(orderId, 2_950);
      expect((await card(member)).body).toMatchObject({
        growth: 59,
        points: { available: 59 },
        savedFen: 1_000,
      });
      await refund(orderId, 8_850);
      expect((await card(member)).body).toMatchObject({
        growth: 0,
        points: { available: 0, debt: 0 },
        savedFen: 0,
      });
    });

    it('of points that are spent becomes a debt that the next order repays', async () => {
      const member = await club.member();
      const orderId = await club.buy(member, 10_000);
      await club.redeem(member, await club.reward({ points: 80 }));
      await refund(orderId, 10_000);
      await expect(club.points(member)).resolves.toEqual({ available: 0, pending: 0, debt: 80 });
      await club.buy(member, 10_000);
      await expect(club.points(member)).resolves.toEqual({ available: 20, pending: 0, debt: 0 });
      const { items } = await entries(member);
      expect(items.map(({ amount, balanceAfter, text }) => [amount, balanceAfter, text])).toEqual([
        [20, 20, '消费获得积分'],
        [80, 0, '消费获得积分（抵还欠分）'],
        [-80, -80, '退款收回积分（余额不足，记为欠分）'],
        [-20, 0, '退款收回积分'],
        [-80, 20, '兑换：手冲壶'],
        [100, 100, '消费获得积分'],
      ]);
    });

    it('told five times at once takes back once', async () => {
      const member = await club.member();
      const orderId = await club.buy(member, 10_000);
      const refundId = (lastRefund += 1);
      await Promise.all(Array.from({ length: 5 }, () => refund(orderId, 4_000, refundId)));
      await expect(club.points(member)).resolves.toMatchObject({ available: 60 });
    });

    it('in any split and any order of arrival leaves what was not refunded', async () => {
      const parts = fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 4 });
      await fc.assert(
        fc.asyncProperty(parts, fc.nat(5_000), fc.boolean(), async (refunds, keptFen, reversed) => {
          const member = await club.member();
          const paidFen = refunds.reduce((sum, fen) => sum + fen, keptFen);
          const orderId = await club.buy(member, paidFen, [{ rule: 'member', amountFen: 333 }]);
          const totals = refunds.map((_fen, index) =>
            refunds.slice(0, index + 1).reduce((sum, fen) => sum + fen, 0),
          );
          for (const total of reversed ? totals.toReversed() : totals) {
            await refund(orderId, total);
          }
          const earned = Math.floor(paidFen / 100);
          const { available } = await club.points(member);
          expect(Math.abs(available - (earned * keptFen) / paidFen)).toBeLessThan(1);
          const { savedFen } = (await card(member)).body;
          expect(Math.abs(savedFen - (333 * keptFen) / paidFen)).toBeLessThan(1);
          if (keptFen === 0) {
            expect([available, savedFen]).toEqual([0, 0]);
          }
        }),
        { numRuns: 8, seed: 20260601 },
      );
    }, 120_000);
  });
});
