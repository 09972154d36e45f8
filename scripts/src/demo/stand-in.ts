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

interface PastPayment {
  readonly outTradeNo: string;
  readonly transactionId: string;
  readonly openid: string;
  readonly description: string;
  readonly totalFen: number;
  readonly paidAt: Date;
}

/** Lets the stand-in remember the latest payments, so that they can be refunded and their parcels announced. */
export async function remindStandIn(baseUrl: string, connection: Connection): Promise<void> {
  const [payments] = await connection.query<(PastPayment & RowDataPacket)[]>(
    `SELECT payment.out_trade_no AS outTradeNo, payment.transaction_id AS transactionId, payment.openid,
            payment.description, payment.amount_fen AS totalFen, payment.paid_at AS paidAt
       FROM payment LEFT JOIN refund ON refund.payment_id = payment.id
      WHERE payment.status = 'paid' AND refund.id IS NULL
      ORDER BY payment.id DESC LIMIT ${PAYMENTS_MAX}`,
  );
  await post(baseUrl, '/control/history', payments);
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
