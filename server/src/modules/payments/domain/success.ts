/** What a payment must be to count. */
export interface ExpectedPayment {
  readonly outTradeNo: string;
  readonly appId: string;
  readonly mchId: string;
  readonly amountFen: number;
}

/** What WeChat reports of a payment. */
export interface ReportedPayment {
  readonly outTradeNo: string;
  readonly appId: string;
  readonly mchId: string;
  readonly tradeState: string;
  readonly totalFen: number | null;
  readonly currency: string | null;
  readonly transactionId: string | null;
  readonly paidAt: Date | null;
}

export interface Success {
  readonly transactionId: string;
  readonly amountFen: number;
  readonly paidAt: Date;
}

/** A verified report that does not fit our books: nothing is believed of it, and a person has to look. */
export class ReportMismatch extends Error {
  override readonly name = 'ReportMismatch';
}

/** The success that a report proves for this very payment, to the fen. @throws ReportMismatch */
export function successOf(expected: ExpectedPayment, reported: ReportedPayment): Success {
  const { transactionId, paidAt, totalFen } = reported;
  if (reported.tradeState !== 'SUCCESS') {
    throw new ReportMismatch(`The trade state is ${reported.tradeState}`);
  }
  if (transactionId === null || paidAt === null) {
    throw new ReportMismatch('A success without transaction or time');
  }
  if (reported.outTradeNo !== expected.outTradeNo) {
    throw new ReportMismatch(`Another order number: ${reported.outTradeNo}`);
  }
  if (reported.appId !== expected.appId || reported.mchId !== expected.mchId) {
    throw new ReportMismatch(`Another payee: ${reported.appId} ${reported.mchId}`);
  }
  if (reported.currency !== 'CNY' || totalFen !== expected.amountFen) {
    throw new ReportMismatch(`${totalFen} ${reported.currency} instead of ${expected.amountFen} fen`);
  }
  return { transactionId, amountFen: totalFen, paidAt };
}
