import type { Connection, RowDataPacket } from 'mysql2/promise';
import type { Facts } from './facts.js';

/** Tells the WeChat stand-in who its people are and what hangs in the shops. Repeating it changes nothing. */
export async function introduceToStandIn(baseUrl: string, { people, tryIt, appId }: Facts): Promise<void> {
  for (const { openid, unionid, nickname, phone } of people) {
    await post(baseUrl, '/control/users', { openid, unionid, nickname, phone, appId });
  }
  await post(baseUrl, '/control/roles', tryIt.roles);
  await post(baseUrl, '/control/codes', tryIt.codes);
  await post(baseUrl, '/control/places', tryIt.places);
}

/** As many as somebody who tries the demo may come to refund or ship; the stand-in keeps them all in memory. */
const PAYMENTS_MAX = 5_000;
/** Days whose bills are fetched once the product runs, and the day before them: the stand-in knows all of these. */
const BILLED_DAYS = 8;
/** Of which one has a refund that the owner made by hand in WeChat's merchant console. */
const HAND_REFUND_DAYS_AGO = 2;

interface PastPayment {
  readonly outTradeNo: string;
  readonly transactionId: string;
  readonly openid: string;
  readonly description: string;
  readonly totalFen: number;
  readonly paidAt: Date;
}

interface PastRefund {
  readonly outTradeNo: string;
  readonly outRefundNo: string;
  readonly refundId: string | null;
  readonly amountFen: number;
  readonly successAt: Date;
}

const REMEMBERED = `payment.status = 'paid' AND (
        payment.paid_at >= NOW() - INTERVAL ${BILLED_DAYS} DAY
        OR payment.id + ${PAYMENTS_MAX} > (SELECT MAX(id) FROM payment)
        OR EXISTS (SELECT 1 FROM refund late
            WHERE late.payment_id = payment.id AND late.succeeded_at >= NOW() - INTERVAL ${BILLED_DAYS} DAY))`;

/** Lets the stand-in remember the latest payments and refunds: it bills them, refunds them and announces their parcels. */
export async function remindStandIn(baseUrl: string, connection: Connection): Promise<void> {
  const [payments] = await connection.query<(PastPayment & RowDataPacket)[]>(
    `SELECT payment.out_trade_no AS outTradeNo, payment.transaction_id AS transactionId, payment.openid,
            payment.description, payment.amount_fen AS totalFen, payment.paid_at AS paidAt
       FROM payment
      WHERE ${REMEMBERED}
      ORDER BY payment.id`,
  );
  const [refunds] = await connection.query<(PastRefund & RowDataPacket)[]>(
    `SELECT payment.out_trade_no AS outTradeNo, refund.out_refund_no AS outRefundNo, refund.refund_id AS refundId,
            refund.amount_fen AS amountFen, refund.succeeded_at AS successAt
       FROM refund JOIN payment ON payment.id = refund.payment_id
      WHERE refund.status = 'succeeded' AND ${REMEMBERED}`,
  );
  const refundsOf = new Map<string, PastRefund[]>();
  for (const refund of [...refunds, ...handRefund(payments, refunds)]) {
    const { outTradeNo, outRefundNo, refundId, amountFen, successAt } = refund;
    const past = { outTradeNo, outRefundNo, refundId, amountFen, successAt };
    refundsOf.set(outTradeNo, [...(refundsOf.get(outTradeNo) ?? []), past]);
  }
  const history = payments.map((payment) => ({
    ...payment,
    refunds: (refundsOf.get(payment.outTradeNo) ?? []).map(
      ({ outRefundNo, refundId, amountFen, successAt }) => ({
        outRefundNo,
        ...(refundId !== null && { refundId }),
        amountFen,
        successAt,
      }),
    ),
  }));
  await post(baseUrl, '/control/history', history);
}

/** What the console's reconciliation has to show: WeChat paid something back of which the system was never told. */
function handRefund(payments: readonly PastPayment[], refunds: readonly PastRefund[]): PastRefund[] {
  const refunded = new Set(refunds.map(({ outTradeNo }) => outTradeNo));
  const day = dayOf(new Date(Date.now() - HAND_REFUND_DAYS_AGO * DAY_MS));
  const paid = payments.find(({ outTradeNo, paidAt }) => !refunded.has(outTradeNo) && dayOf(paidAt) === day);
  return paid
    ? [
        {
          outTradeNo: paid.outTradeNo,
          outRefundNo: `HAND${day.replaceAll('-', '')}`,
          refundId: null,
          amountFen: paid.totalFen,
          successAt: new Date(paid.paidAt.getTime() + MINUTE_MS),
        },
      ]
    : [];
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const CHINA_MS = 8 * 3_600_000;

/** The day in China, by which WeChat bills. */
function dayOf(instant: Date): string {
  return new Date(instant.getTime() + CHINA_MS).toISOString().slice(0, 10);
}

async function post(baseUrl: string, path: string, body: unknown): Promise<void> {
  const response = await fetch(baseUrl + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(10_000),
  });
  if (!response.ok) {
    throw new Error(`The WeChat stand-in refuses ${path}: ${response.status} ${await response.text()}`);
  }
}
