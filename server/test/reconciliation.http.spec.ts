import { addDays, businessDayOf, startOfBusinessDay, TestClock } from '../src/platform/clock/index.js';
import { observeStatements } from '../src/platform/database/index.js';
import { toPublicId } from '../src/platform/ids/index.js';
import { JobRunner } from '../src/platform/jobs/index.js';
import type { Answer } from './harness.js';
import { Shop, type PlacedOrder } from './shop.js';
import { expectSoundBooks } from './sound-books.js';
import { Town, brandIdOf, type Admin, type Customer } from './town.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

interface Day {
  readonly state: string;
  readonly payments: number;
  readonly paidFen: number;
  readonly refunds: number;
  readonly refundedFen: number;
  readonly feeFen: number;
  readonly netFen: number;
  readonly openDifferences: number;
  readonly unassignedDifferences: number;
  readonly problem: string | null;
  readonly signedBy: string | null;
}

interface Difference {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly mendable: boolean;
  readonly reason: string;
  readonly orderId: string | null;
  readonly outTradeNo: string | null;
  readonly oursFen: number | null;
  readonly billedFen: number | null;
  readonly settledBy: string | null;
  readonly note: string | null;
}

describe('reconciliation over HTTP', () => {
  let town: Town;
  let shop: Shop;
  let other: Shop;
  let owner: Admin;
  let finance: Admin;
  let customer: Customer;
  let skuId: string;
  let day: string;

  beforeAll(async () => {
    // Noon of a day that hasn't begun: whenever the tests run, their day is long enough.
    const tomorrow = addDays(businessDayOf(new Date()), 1);
    const clock = new TestClock(new Date(startOfBusinessDay(tomorrow).getTime() + 12 * HOUR_MS));
    town = await Town.startByOneClock(clock);
    shop = await Shop.open(town);
    other = await Shop.open(town, '素野');
    finance = await town.admin([shop.brand.id], 'finance');
    owner = await town.admin('every');
    ({ skuId } = await shop.product({ stock: 1000 }));
    customer = await town.member(shop.brand.id);
    await town.wechat.refundPolicy({ afterMs: 1000 });
    day = town.app.clock.businessDay();
  });

  afterAll(() => town.stop());

  /** Noon of the next day, everybody awake again. */
  beforeEach(async () => {
    const next = startOfBusinessDay(addDays(town.app.clock.businessDay(), 1)).getTime() + 12 * HOUR_MS;
    await town.advance(next - town.app.clock.now().getTime());
    day = town.app.clock.businessDay();
    await customer.signIn();
    await town.app.runDueJobs();
  });

  async function order(): Promise<PlacedOrder> {
    const placed = await shop.order(customer, skuId);
    expect(placed.status).toBe(201);
    return placed.body;
  }

  async function pay({ id }: PlacedOrder, notify: 'once' | 'none' = 'once'): Promise<void> {
    const sheet = await customer.send<{ package: string }>('POST', `/api/member/orders/${id}/payment`);
    await town.wechat.pay(sheet.body.package, { notify, wait: true });
  }

  async function paidOrder(): Promise<PlacedOrder> {
    const placed = await order();
    await pay(placed);
    expect(await status(placed)).toBe('paid');
    return placed;
  }

  const status = async ({ id }: PlacedOrder) =>
    (await customer.get<{ status: string }>(`/api/member/orders/${id}`)).body.status;

  async function refunded(placed: PlacedOrder): Promise<string> {
    const { status: code } = await customer.send('POST', `/api/member/orders/${placed.id}/refunds`, {
      reason: '不想要了',
    });
    expect(code).toBe(200);
    await town.app.runDueJobs();
    await town.advance(2 * MINUTE_MS);
    await town.app.runDueJobs();
    const [row] = await town.app.query<{ no: string }>(
      'SELECT out_refund_no AS no FROM refund ORDER BY id DESC LIMIT 1',
    );
    return row?.no ?? '';
  }

  /** Loses what our side knows, as if notifications, queries and the worker had all been lost. */
  const forget = () => town.app.query("DELETE FROM job WHERE kind LIKE 'payments.%' OR kind LIKE 'orders.%'");

  /** The next morning, when the bill is fetched by itself. */
  async function nextMorning(): Promise<void> {
    const morning = startOfBusinessDay(addDays(day, 1)).getTime() + 10 * HOUR_MS + 16 * MINUTE_MS;
    await town.app.runDueJobs();
    await town.advance(morning - town.app.clock.now().getTime());
    await town.app.inTransaction((tx) => tx.execute("DELETE FROM job WHERE kind = 'payments.plan-bills'"));
    await town.app.nest.get(JobRunner).ensureRecurring();
    await town.app.runDueJobs();
    await Promise.all([owner.signIn(), finance.signIn(), shop.owner.signIn(), other.owner.signIn()]);
    await customer.signIn();
  }

  const base = '/api/admin/reconciliation';
  const dayOf = (admin: Admin, ofShop = shop): Promise<Answer<Day>> =>
    admin.get<Day>(`${base}/day?brandId=${ofShop.brandId}&day=${day}`);
  const differences = async (admin: Admin, query = '', ofShop = shop): Promise<Difference[]> =>
    (
      await admin.get<{ items: Difference[] }>(
        `${base}/differences?brandId=${ofShop.brandId}&day=${day}&limit=50${query}`,
      )
    ).body.items;
  const post = (admin: Admin, path: string, body: object = {}) =>
    admin.send<Record<string, unknown>>('POST', `${base}/${path}`, body);
  const mend = (admin: Admin, { id }: Difference) => post(admin, `differences/${id}/mend`);
  const accept = (admin: Admin, { id }: Difference, note = '已核对') =>
    post(admin, `differences/${id}/acceptance`, { note });
  const signOff = (admin: Admin) => post(admin, 'sign-offs', { brandId: shop.brandId, day });

  async function only(admin: Admin, kind: string): Promise<Difference> {
    const found = await differences(admin);
    expect(found.map((each) => each.kind)).toEqual([kind]);
    const [first] = found;
    if (!first) {
      throw new Error('No difference');
    }
    return first;
  }

  describe('refusals', () => {
    it('shows another brand’s books to nobody, and settles none of its differences', async () => {
      const placed = await order();
      await pay(placed, 'none');
      await forget();
      await nextMorning();
      const found = await only(finance, 'lost_payment');
      for (const answer of [
        await dayOf(other.owner),
        await mend(other.owner, found),
        await accept(other.owner, found),
        await signOff(other.owner),
        await post(other.owner, 'refreshes', { brandId: shop.brandId, day }),
        await mend(finance, { ...found, id: toPublicId('difference', 999_999) }),
      ]) {
        expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } });
      }
      expect(await differences(other.owner, '', other)).toEqual([]);
      expect(await status(placed)).toBe('pending_payment');
    });

    it('lets operators look, and finance settle', async () => {
      await paidOrder();
      await nextMorning();
      const operator = await town.admin([shop.brand.id], 'operator');
      expect((await dayOf(operator)).body).toMatchObject({ state: 'clear' });
      expect(await signOff(operator)).toMatchObject({ status: 403 });
      expect(await signOff(finance)).toMatchObject({
        status: 200,
        body: { state: 'signed', signedBy: '林主理' },
      });
    });

    it('signs off no day that has differences, is not over, or has no bill', async () => {
      const placed = await paidOrder();
      await shop.owner.signIn();
      expect(await signOff(shop.owner)).toMatchObject({ status: 409, body: { code: 'day_not_reconciled' } });
      await town.wechat.editBill({ number: placed.outTradeNo });
      await nextMorning();
      const found = await only(finance, 'payment_missing');
      expect(await signOff(finance)).toMatchObject({ status: 409, body: { code: 'day_has_differences' } });
      expect(await mend(finance, found)).toMatchObject({
        status: 409,
        body: { code: 'difference_not_mendable' },
      });
      expect((await dayOf(finance)).body).toMatchObject({
        state: 'open',
        openDifferences: 1,
        signedBy: null,
      });
      await town.wechat.clearBillEdits();
    });

    it.each([
      ['day?day=2026-01-01'],
      ['day?brandId=BRAND&day=2026-02-30'],
      ['days?brandId=BRAND&from=x&to=2026-01-31'],
      ['differences?brandId=BRAND&state=gone'],
      ['differences?brandId=BRAND&after=x'],
    ])('answers %s with what is wrong', async (path) => {
      await owner.signIn();
      const answer = await owner.get(`${base}/${path.replace('BRAND', shop.brandId)}`);
      expect(answer).toMatchObject({ status: 422, body: { code: 'validation_failed' } });
    });

    it('fetches no bill of today, nor of a year ago', async () => {
      await owner.signIn();
      for (const when of [day, addDays(day, 1), addDays(day, -365)]) {
        const answer = await post(owner, 'refreshes', { brandId: shop.brandId, day: when });
        expect(answer).toMatchObject({ status: 409, body: { code: 'bill_not_ready' } });
      }
    });
  });

  describe('a day on which everything agrees', () => {
    it('closes by itself at a quarter past ten, with its sums to the fen', async () => {
      await paidOrder();
      await refunded(await paidOrder());
      await nextMorning();
      expect(await differences(finance)).toEqual([]);
      // 0.6 % of 116 yuan less that of 58 yuan: 0.348 yuan.
      expect((await dayOf(finance)).body).toMatchObject({
        state: 'clear',
        payments: 2,
        paidFen: 11_600,
        refunds: 1,
        refundedFen: 5800,
        feeFen: 35,
        netFen: 5765,
        openDifferences: 0,
        problem: null,
      });
      expect((await dayOf(other.owner, other)).body).toMatchObject({
        state: 'clear',
        payments: 0,
        paidFen: 0,
      });
    });

    it('is empty without trade, and can be signed off twice with one signature', async () => {
      await nextMorning();
      expect((await dayOf(finance)).body).toMatchObject({ state: 'clear', payments: 0, netFen: 0 });
      const first = await signOff(finance);
      expect(await signOff(owner)).toEqual({ ...first, headers: expect.anything() as never });
    });

    it('waits while WeChat is busy or still writing, says so, and is fetched later', async () => {
      await paidOrder();
      await town.wechat.fault({ api: 'tradeBill', mode: 'systemError', count: 3 });
      await nextMorning();
      expect((await dayOf(finance)).body).toMatchObject({
        state: 'waiting',
        problem: '暂时连不上微信支付，稍后会自动再取。',
      });
      await town.advance(2 * MINUTE_MS);
      await town.app.runDueJobs();
      expect((await dayOf(finance)).body).toMatchObject({ state: 'clear', payments: 1, problem: null });
    });

    it('agrees still when the bill is fetched and matched again', async () => {
      await paidOrder();
      await nextMorning();
      const rows = () => town.app.query('SELECT number, amount_fen FROM billed_trade ORDER BY number');
      const before = await rows();
      const again = await Promise.all(
        [1, 2, 3].map(() => post(finance, 'refreshes', { brandId: shop.brandId, day })),
      );
      expect(again.map((answer) => answer.status)).toEqual([200, 200, 200]);
      expect(await rows()).toEqual(before);
      expect((await dayOf(finance)).body).toMatchObject({ state: 'clear', payments: 1 });
    });
  });

  describe('a lost notification', () => {
    it('shows as a difference and is mended with one click, once, by what WeChat answers', async () => {
      const placed = await order();
      await pay(placed, 'none');
      await forget();
      await nextMorning();
      expect(await status(placed)).toBe('pending_payment');
      const found = await only(finance, 'lost_payment');
      expect(found).toMatchObject({
        mendable: true,
        state: 'open',
        orderId: placed.id,
        outTradeNo: placed.outTradeNo,
        oursFen: null,
        billedFen: 5800,
      });
      const answers = await Promise.all(Array.from({ length: 8 }, () => mend(finance, found)));
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, ...Array<number>(7).fill(409)]);
      expect(await status(placed)).toBe('paid');
      expect(await differences(finance)).toMatchObject([
        { state: 'mended', settledBy: '林主理', mendable: false },
      ]);
      await town.app.runDueJobs();
      expect((await dayOf(finance)).body).toMatchObject({ state: 'clear', payments: 1, paidFen: 5800 });
      const trail = await town.app.query<{ action: string }>(
        "SELECT action FROM audit_entry WHERE action LIKE 'difference.%' ORDER BY id DESC LIMIT 1",
      );
      expect(trail).toEqual([{ action: 'difference.mended' }]);
      await expectSoundBooks(town.app);
    });

    it('stays open when WeChat does not confirm what its bill says', async () => {
      const placed = await order();
      await customer.send('POST', `/api/member/orders/${placed.id}/payment`);
      await forget();
      await nextMorning();
      // A bill that is wrong: nobody ever paid.
      await town.app.inTransaction(async (tx) => {
        const bill = await tx.one<{ id: number }>('SELECT id FROM pay_bill WHERE day = ?', [day]);
        await tx.execute(
          `INSERT INTO billed_trade (bill_id, kind, number, at, transaction_id, out_trade_no, amount_fen, fee_milli_fen)
           VALUES (?, 'payment', '4200999', ?, '4200999', ?, 5800, 0)`,
          [bill?.id ?? 0, town.app.clock.now(), placed.outTradeNo],
        );
        await tx.execute(
          `INSERT INTO money_difference (mch_id, day, kind, subject, brand_id, out_trade_no, billed_fen, reason, mendable, found_at)
           VALUES ('1', ?, 'lost_payment', '4200999', ?, ?, 5800, '', 1, ?)`,
          [day, shop.brand.id, placed.outTradeNo, town.app.clock.now()],
        );
      });
      const found = await only(finance, 'lost_payment');
      expect(await mend(finance, found)).toMatchObject({
        status: 409,
        body: { code: 'difference_not_mendable' },
      });
      expect(await status(placed)).toBe('pending_payment');
      await town.app.query("DELETE FROM money_difference WHERE subject = '4200999'");
      await town.app.query("DELETE FROM billed_trade WHERE number = '4200999'");
    });

    it('of an order that was closed meanwhile brings the money back to the customer', async () => {
      const placed = await order();
      await pay(placed, 'none');
      await forget();
      await town.app.query("UPDATE payment SET status = 'closed' WHERE out_trade_no = ?", [
        placed.outTradeNo,
      ]);
      await nextMorning();
      const found = await only(finance, 'lost_payment');
      expect(await mend(finance, found)).toMatchObject({ status: 200, body: { state: 'mended' } });
      expect(await status(placed)).not.toBe('paid');
      await town.app.runDueJobs();
      await town.advance(MINUTE_MS);
      expect(await town.wechat.payment(placed.outTradeNo)).toMatchObject({ refundedFen: 5800 });
      expect((await dayOf(finance)).body).toMatchObject({ state: 'clear' });
    });

    it('that arrives late needs nobody: the next match finds it gone', async () => {
      const placed = await order();
      await pay(placed, 'none');
      await forget();
      await nextMorning();
      await only(finance, 'lost_payment');
      await customer.send('POST', `/api/member/orders/${placed.id}/cancel`);
      expect(await status(placed)).toBe('paid');
      await town.app.runDueJobs();
      await town.advance(HOUR_MS);
      await town.app.runDueJobs();
      expect(await differences(finance)).toMatchObject([{ state: 'mended', settledBy: null }]);
    });
  });

  describe('refunds', () => {
    it('whose end nobody told is mended by asking', async () => {
      const placed = await paidOrder();
      await town.wechat.refundPolicy({ afterMs: 1000, notify: 'none' });
      await customer.send('POST', `/api/member/orders/${placed.id}/refunds`, { reason: '不想要了' });
      await town.app.runDueJobs();
      await forget();
      await town.advance(2 * MINUTE_MS);
      await nextMorning();
      expect(await status(placed)).toBe('refunding');
      expect(await mend(finance, await only(finance, 'lost_refund'))).toMatchObject({ status: 200 });
      expect(await status(placed)).toBe('refunded');
      await town.app.runDueJobs();
      await town.wechat.refundPolicy({ afterMs: 1000 });
      expect((await dayOf(finance)).body).toMatchObject({ state: 'clear', refunds: 1, refundedFen: 5800 });
    });

    it('made by hand at WeChat in full are taken up with one click', async () => {
      const placed = await paidOrder();
      await town.wechat.merchantRefund({
        outTradeNo: placed.outTradeNo,
        outRefundNo: `hand-${day}`,
        amountFen: 5800,
      });
      await nextMorning();
      const found = await only(finance, 'unknown_refund');
      expect(found).toMatchObject({ mendable: true, orderId: placed.id, billedFen: 5800 });
      const answers = await Promise.all(Array.from({ length: 4 }, () => mend(finance, found)));
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409, 409, 409]);
      expect(await status(placed)).toBe('refunded');
      await town.app.runDueJobs();
      expect((await dayOf(finance)).body).toMatchObject({ state: 'clear', refunds: 1, refundedFen: 5800 });
      await expectSoundBooks(town.app);
    });

    it('made by hand in part are for a person: no line says what they were for', async () => {
      const placed = await paidOrder();
      await town.wechat.merchantRefund({
        outTradeNo: placed.outTradeNo,
        outRefundNo: `part-${day}`,
        amountFen: 1000,
      });
      await nextMorning();
      const found = await only(finance, 'unknown_refund');
      expect(found).toMatchObject({ mendable: false });
      expect(await mend(finance, found)).toMatchObject({ status: 409 });
      expect(await accept(finance, found, '补差价，店长已确认')).toMatchObject({
        status: 200,
        body: { state: 'accepted', note: '补差价，店长已确认', settledBy: '林主理' },
      });
      expect(await accept(finance, found)).toMatchObject({
        status: 409,
        body: { code: 'difference_settled' },
      });
      expect(await status(placed)).toBe('paid');
      await post(finance, 'refreshes', { brandId: shop.brandId, day });
      expect(await differences(finance)).toMatchObject([{ state: 'accepted' }]);
      expect(await signOff(finance)).toMatchObject({ status: 200, body: { state: 'signed' } });
    });

    it('that the bill lacks are open, until a later bill has them', async () => {
      const no = await refunded(await paidOrder());
      await town.wechat.editBill({ number: no });
      await nextMorning();
      expect(await only(finance, 'refund_missing')).toMatchObject({ mendable: false, oursFen: 5800 });
      await town.wechat.clearBillEdits();
      await post(finance, 'refreshes', { brandId: shop.brandId, day });
      expect(await differences(finance)).toMatchObject([{ kind: 'refund_missing', state: 'mended' }]);
    });
  });

  describe('amounts', () => {
    it('that differ are never mended with a click, and reopen a day that was signed off', async () => {
      const placed = await paidOrder();
      await nextMorning();
      expect(await signOff(finance)).toMatchObject({ status: 200 });
      await town.wechat.editBill({ number: placed.outTradeNo, amountFen: 5799 });
      await post(finance, 'refreshes', { brandId: shop.brandId, day });
      const found = await only(finance, 'payment_amount');
      expect(found).toMatchObject({ mendable: false, oursFen: 5800, billedFen: 5799 });
      expect(await mend(finance, found)).toMatchObject({ status: 409 });
      expect((await dayOf(finance)).body).toMatchObject({ state: 'open', signedBy: null });
      await town.wechat.clearBillEdits();
    });

    it('that the account moved otherwise are told by the fund flow', async () => {
      const [first, second] = [await paidOrder(), await paidOrder()];
      await town.wechat.editBill({ number: first.outTradeNo, bill: 'fundFlow' });
      await town.wechat.editBill({ number: second.outTradeNo, bill: 'fundFlow', amountFen: 5000 });
      await nextMorning();
      const found = await differences(finance);
      expect(found.map(({ kind, billedFen }) => [kind, billedFen]).sort()).toEqual([
        ['flow_amount', 5000],
        ['flow_missing', null],
      ]);
      await town.wechat.clearBillEdits();
    });
  });

  describe('money of nobody', () => {
    it('is shown to those who answer for the whole group, and keeps every brand from closing', async () => {
      await town.wechat.history([
        {
          outTradeNo: `stray-${day}`,
          transactionId: `4200${day.replaceAll('-', '')}1`,
          openid: customer.openid,
          description: '扫码收款',
          totalFen: 1234,
          paidAt: town.app.clock.now().toISOString(),
        },
      ]);
      await nextMorning();
      expect(await differences(finance)).toEqual([]);
      expect((await dayOf(finance)).body).toMatchObject({
        state: 'open',
        openDifferences: 0,
        unassignedDifferences: 1,
      });
      expect(await signOff(finance)).toMatchObject({ status: 409, body: { code: 'day_has_differences' } });
      const found = await only(owner, 'unknown_payment');
      expect(found).toMatchObject({ mendable: false, orderId: null, billedFen: 1234 });
      expect(await accept(finance, found)).toMatchObject({ status: 404 });
      expect(await accept(owner, found, '店庆义卖，线下收款')).toMatchObject({ status: 200 });
      expect(await signOff(finance)).toMatchObject({ status: 200 });
    });
  });

  describe('points', () => {
    it('that were never booked show with the money they belong to', async () => {
      await paidOrder();
      await town.app.query("DELETE FROM job WHERE kind = 'loyalty.earn-for-order'");
      await nextMorning();
      expect(await only(finance, 'points')).toMatchObject({
        mendable: false,
        reason: expect.stringContaining('积分') as never,
      });
    });
  });

  describe('finance export', () => {
    const csv = async (admin: Admin, kind: string, from = day, to = day) => {
      const path = `${base}/export.csv?brandId=${shop.brandId}&kind=${kind}&from=${from}&to=${to}`;
      const answer = await admin.get<{ text: string }>(path);
      return { ...answer, rows: (answer.body.text ?? '').split('\r\n').filter((line) => line !== '') };
    };

    it('is for finance, of their own brand, and of a year at most', async () => {
      await Promise.all([owner.signIn(), finance.signIn(), other.owner.signIn()]);
      const operator = await town.admin([shop.brand.id], 'operator');
      expect(await csv(operator, 'orders')).toMatchObject({ status: 403 });
      expect(await csv(other.owner, 'orders')).toMatchObject({ status: 404 });
      expect(await csv(finance, 'everything')).toMatchObject({ status: 422 });
      for (const [from, to] of [
        [addDays(day, -366), day],
        [day, addDays(day, -1)],
      ]) {
        expect(await csv(finance, 'orders', from, to)).toMatchObject({
          status: 422,
          body: { code: 'export_too_long' },
        });
      }
    });

    it('holds every order, payment, refund, fee and discount of the day, and is audited', async () => {
      const [kept, gone] = [await paidOrder(), await paidOrder()];
      const no = await refunded(gone);
      await nextMorning();
      const [orders, payments, refunds, fees, discounts] = await Promise.all(
        ['orders', 'payments', 'refunds', 'fees', 'discounts'].map((kind) => csv(finance, kind)),
      );
      expect(orders?.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      expect(orders?.headers.get('content-disposition')).toContain(encodeURIComponent('订单_'));
      expect(orders?.rows).toHaveLength(3);
      expect(orders?.rows[1]).toContain(
        `"\t${kept.outTradeNo}",已付款,到店自取,68.00,10.00,0.00,58.00,58.00,0.00,0,`,
      );
      expect(orders?.rows[2]).toContain(
        `"\t${gone.outTradeNo}",已退款,到店自取,68.00,10.00,0.00,58.00,58.00,58.00,0,`,
      );
      expect(payments?.rows).toHaveLength(3);
      expect(refunds?.rows).toHaveLength(2);
      expect(refunds?.rows[1]).toContain(`"\t${no}"`);
      expect(fees?.rows.slice(1).map((row) => row.split(',').at(-1))).toEqual([
        '0.34800',
        '0.34800',
        '-0.34800',
      ]);
      expect(discounts?.rows.slice(1).map((row) => row.split(',').slice(-3).join())).toEqual([
        '会员价,会员价优惠,10.00',
        '会员价,会员价优惠,10.00',
      ]);
      const audited = await town.app.query<{ n: number }>(
        "SELECT COUNT(*) AS n FROM audit_entry WHERE action = 'finance.exported'",
      );
      expect(audited).toEqual([{ n: 5 }]);
    });

    it('goes on over many pages and days without losing or doubling a row', async () => {
      await town.app.inTransaction(async (tx) => {
        const paidAt = town.app.clock.now();
        for (let at = 0; at < 1203; at += 401) {
          const numbers = Array.from({ length: 401 }, (_, index) => 9_000_000 + at + index);
          await tx.execute(
            `INSERT INTO payment (order_id, brand_id, out_trade_no, app_id, mch_id, openid, amount_fen, description, status,
               transaction_id, created_at, expires_at, paid_at)
             VALUES ${numbers.map(() => "(?, ?, ?, 'wx', 'else', 'o', 100, '', 'paid', ?, ?, ?, ?)").join(', ')}`,
            numbers.flatMap((n) => [n, shop.brand.id, `E${n}`, `42${n}`, paidAt, paidAt, paidAt]),
          );
        }
      });
      await finance.signIn();
      const { rows } = await csv(finance, 'payments', addDays(day, -40), addDays(day, 1));
      const numbers = rows.flatMap((row) => /E9\d{6}/.exec(row)?.[0] ?? []);
      expect(numbers).toHaveLength(1203);
      expect(new Set(numbers).size).toBe(1203);
      await town.app.query("DELETE FROM payment WHERE mch_id = 'else'");
    });
  });

  it('lists days newest first, those without a bill as waiting, in as many statements however many days', async () => {
    await owner.signIn();
    const list = async (days: number) => {
      let statements = 0;
      const stop = observeStatements(() => (statements += 1));
      const answer = await owner.get<{ items: { day: string; state: string }[] }>(
        `${base}/days?brandId=${brandIdOf(shop.brand)}&from=${addDays(day, -days)}&to=${day}`,
      );
      stop();
      return { items: answer.body.items, statements };
    };
    const [few, many] = [await list(2), await list(60)];
    expect(few.items.map((item) => item.day)).toEqual([addDays(day, -1), addDays(day, -2)]);
    expect(many.items).toHaveLength(60);
    expect(many.items.at(-1)).toMatchObject({ state: 'none' });
    // Whoever signed is asked for by name, where anybody did.
    expect(many.statements).toBeLessThanOrEqual(few.statements + 1);
  });
});
