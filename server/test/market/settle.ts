import { randomUUID } from 'node:crypto';
import { addDays, businessDayOf, startOfBusinessDay } from '../../src/platform/clock/index.js';
import type { Life } from './life.js';
import type { Market } from './market.js';

const HOUR_MS = 3_600_000;
const MORNING_MS = 10 * HOUR_MS + 16 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** Lets time pass until nothing is left to do: by leaps from one due row to the next, nobody sleeps. */
export async function settle(market: Market, life: Life): Promise<void> {
  const { town } = market;
  await town.wechat.refundPolicy({ afterMs: 1000 });
  for (let again = 0; again < 4; again += 1) {
    await workUntilQuiet(market);
    if (!(await askAgainForRefunds(market, life))) {
      return;
    }
  }
}

/** The bills of all days since then, fetched on the next morning. Returns the differences that are open. */
export async function reconcile(market: Market, since: Date): Promise<string[]> {
  const { town, shop } = market;
  const { clock } = town.app;
  const last = clock.businessDay();
  await town.advance(startOfBusinessDay(addDays(last, 1)).getTime() + MORNING_MS - clock.now().getTime());
  await shop.owner.signIn();
  for (let day = businessDayOf(since); day <= last; day = addDays(day, 1)) {
    const body = { brandId: shop.brandId, day };
    const answer = await shop.owner.send<{ state: string }>(
      'POST',
      '/api/admin/reconciliation/refreshes',
      body,
    );
    expect(answer.status).toBe(200);
  }
  const open = await town.app.query<{ kind: string; subject: string; reason: string }>(
    "SELECT kind, subject, reason FROM money_difference WHERE state = 'open'",
  );
  return open.map(({ kind, subject, reason }) => `${kind} ${subject}: ${reason}`);
}

/** Orders that do not agree with what WeChat knows of them, jobs that gave up, and orders that wait for ever. */
export async function disagreements({ town }: Market, { orders }: Life): Promise<string[]> {
  const found: string[] = [];
  for (const { outTradeNo } of orders) {
    const [row] = await town.app.query<{
      status: string;
      paidFen: number;
      refundedFen: number;
      payment: string | null;
    }>(
      `SELECT customer_order.status, paid_fen AS paidFen, refunded_fen AS refundedFen, payment.status AS payment
         FROM customer_order LEFT JOIN payment ON payment.order_id = customer_order.id
        WHERE customer_order.out_trade_no = ?`,
      [outTradeNo],
    );
    const known = await town.wechat.payment(outTradeNo).catch(() => undefined);
    const atWechat = { paidFen: 0, refundedFen: 0 };
    if (known && known.transactionId !== null) {
      Object.assign(atWechat, { paidFen: known.totalFen, refundedFen: known.refundedFen });
    }
    const here =
      row?.payment === 'returned'
        ? { paidFen: atWechat.paidFen, refundedFen: atWechat.paidFen }
        : { paidFen: row?.paidFen ?? 0, refundedFen: row?.refundedFen ?? 0 };
    const waiting = ['pending_payment', 'refunding', undefined].includes(row?.status);
    if (waiting || here.paidFen !== atWechat.paidFen || here.refundedFen !== atWechat.refundedFen) {
      found.push(`${outTradeNo} is ${JSON.stringify(row)} here, ${JSON.stringify(atWechat)} at WeChat`);
    }
  }
  const dead = await town.app.query<{ kind: string; error: string }>(
    // WeChat takes no shipping of what was given back; that is on the list of the orders' desk, and no money.
    "SELECT kind, last_error AS error FROM job WHERE available_at IS NULL AND kind <> 'orders.upload-shipping'",
  );
  return [...found, ...dead.map(({ kind, error }) => `${kind} gave up: ${error}`)];
}

/** Two days at most: a refund that waits for a person is asked about for ever. */
async function workUntilQuiet({ town }: Market): Promise<void> {
  const until = town.app.clock.in(2 * DAY_MS);
  for (;;) {
    await town.app.runDueJobs();
    const [next] = await town.app.query<{ at: Date | null }>('SELECT MIN(available_at) AS at FROM job');
    if (!next?.at || next.at > until || !(await isAboutMoney(town))) {
      return;
    }
    await town.advance(Math.max(1, next.at.getTime() - town.app.clock.now().getTime()));
  }
}

/** Rows that only come round again, or wait for days, hold nobody up. */
async function isAboutMoney(town: Market['town']): Promise<boolean> {
  const [row] = await town.app.query<{ n: number }>(
    `SELECT COUNT(*) AS n FROM job WHERE available_at IS NOT NULL
        AND (dedupe_key IS NULL OR dedupe_key <> 'recurring') AND available_at < ?`,
    [new Date(town.app.clock.now().getTime() + DAY_MS)],
  );
  return (row?.n ?? 0) > 0;
}

/** A refund that WeChat closed is asked for anew by the brand; one that stuck is ended by hand at WeChat. */
async function askAgainForRefunds({ town, shop }: Market, { orders }: Life): Promise<boolean> {
  const stuck = await town.app.query<{ id: number; outTradeNo: string }>(
    `SELECT DISTINCT customer_order.id, out_trade_no AS outTradeNo
       FROM order_refund JOIN customer_order ON customer_order.id = order_refund.order_id
      WHERE order_refund.status = 'begun'`,
  );
  if (stuck.length === 0) {
    return false;
  }
  await shop.owner.signIn();
  for (const { outTradeNo } of stuck) {
    const payment = await town.wechat.payment(outTradeNo);
    for (const refund of payment.refunds) {
      await town.wechat.endRefund(refund.outRefundNo, 'SUCCESS').catch(() => undefined);
    }
    const id = orders.find((order) => order.outTradeNo === outTradeNo)?.id ?? '';
    // What is left of the order first; with all of it under way, what failed is sent once more.
    for (const reason of ['全部退', '再退一次']) {
      await shop.owner.send(
        'POST',
        `/api/admin/orders/${id}/refunds`,
        { reason },
        { headers: { 'idempotency-key': randomUUID() } },
      );
    }
  }
  return true;
}
