const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** How long to wait for a notification before asking, and between questions; the last one repeats. */
const PAYMENT_QUERY_MS = [15, 30, 60, 120, 300, 600].map((seconds) => seconds * SECOND_MS);

/** Money to a balance arrives at once, to a bank card within days. */
const REFUND_QUERY_MS = [20 * SECOND_MS, MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 6 * HOUR_MS];

/** The pause before the question number `asked` (from 0) about a payment. */
export function paymentQueryDelayMs(asked: number): number {
  return delay(PAYMENT_QUERY_MS, asked);
}

/** The pause before the question number `asked` (from 0) about a refund. */
export function refundQueryDelayMs(asked: number): number {
  return delay(REFUND_QUERY_MS, asked);
}

function delay(delaysMs: readonly number[], asked: number): number {
  return delaysMs[Math.min(asked, delaysMs.length - 1)] ?? HOUR_MS;
}
