import { formatFen, type DifferenceKind } from '@regulars/shared';

/** What the bill says of a payment or a refund. */
export interface BilledTrade {
  readonly kind: 'payment' | 'refund';
  /** WeChat's number of the payment or refund. */
  readonly number: string;
  readonly transactionId: string;
  readonly outTradeNo: string;
  readonly outRefundNo: string | null;
  readonly amountFen: number;
  readonly feeMilliFen: number;
}

export interface OurPayment {
  readonly brandId: number;
  readonly orderId: number;
  readonly outTradeNo: string;
  readonly transactionId: string | null;
  readonly amountFen: number;
  readonly status: 'open' | 'paid' | 'closed' | 'returned';
}

export interface OurRefund {
  readonly brandId: number;
  readonly orderId: number;
  readonly outTradeNo: string;
  readonly outRefundNo: string;
  readonly transactionId: string;
  readonly amountFen: number;
  readonly status: 'requested' | 'processing' | 'succeeded' | 'abnormal' | 'failed';
}

export interface Finding {
  readonly kind: DifferenceKind;
  /** With day and kind it tells one difference from another. */
  readonly subject: string;
  readonly brandId: number | null;
  readonly orderId: number | null;
  readonly outTradeNo: string | null;
  readonly outRefundNo: string | null;
  readonly oursFen: number | null;
  readonly billedFen: number | null;
  readonly reason: string;
  /** May be put right by asking WeChat and booking what it proves. */
  readonly mendable: boolean;
}

/** A payment in the bill against ours of that order number. `goingBack`: nobody wanted it, and it is being refunded. */
export function judgePayment(
  billed: BilledTrade,
  ours: OurPayment | undefined,
  goingBack = false,
): Finding | undefined {
  if (!ours) {
    return finding('unknown_payment', billed, ours, {
      oursFen: null,
      reason: `微信收到 ${formatFen(billed.amountFen)}，但系统里没有单号 ${billed.outTradeNo} 的订单，可能是系统外的收款。`,
    });
  }
  if (ours.amountFen !== billed.amountFen) {
    return finding('payment_amount', billed, ours, {
      oursFen: ours.amountFen,
      reason: `系统应收 ${formatFen(ours.amountFen)}，账单实收 ${formatFen(billed.amountFen)}，请人工核对。`,
    });
  }
  if (ours.transactionId === billed.transactionId) {
    return undefined;
  }
  if (ours.transactionId === null) {
    return finding('lost_payment', billed, ours, {
      oursFen: null,
      mendable: true,
      reason:
        ours.status === 'open'
          ? '顾客已经付款，但系统没有收到微信的通知，订单还停在待付款。'
          : '顾客付款时订单已经关闭，系统没有收到微信的通知；补记后这笔钱会自动退回。',
    });
  }
  if (goingBack) {
    return undefined;
  }
  return finding('second_payment', billed, ours, {
    oursFen: ours.amountFen,
    mendable: true,
    reason: '同一笔订单在微信有两次付款；补记后多付的一次会自动退回。',
  });
}

/** A refund in the bill against ours of that number, and the payment it goes back to. */
export function judgeRefund(
  billed: BilledTrade,
  ours: OurRefund | undefined,
  payment: OurPayment | undefined,
): Finding | undefined {
  if (!ours) {
    return unknownRefund(billed, payment);
  }
  if (ours.amountFen !== billed.amountFen || ours.transactionId !== billed.transactionId) {
    return finding('refund_amount', billed, ours, {
      oursFen: ours.amountFen,
      reason: `系统退款 ${formatFen(ours.amountFen)}，账单退款 ${formatFen(billed.amountFen)}，请人工核对。`,
    });
  }
  if (ours.status === 'succeeded') {
    return undefined;
  }
  const over = ours.status === 'failed';
  return finding('lost_refund', billed, ours, {
    oursFen: null,
    mendable: !over,
    reason: over
      ? '微信已经退款成功，系统里这笔退款却记为失败，请人工核对。'
      : '微信已经退款成功，但系统没有收到通知，退款还显示处理中。',
  });
}

/** Only a refund of the whole payment says what it was for; a part may be of any line. */
function unknownRefund(billed: BilledTrade, payment: OurPayment | undefined): Finding {
  const whole = payment?.status === 'paid' && payment.amountFen === billed.amountFen;
  const where = payment ? '系统里没有这笔退款' : '系统里没有这笔订单';
  return finding('unknown_refund', billed, payment, {
    oursFen: null,
    mendable: whole,
    reason: whole
      ? `在微信商户平台退了全款 ${formatFen(billed.amountFen)}，${where}；补记后订单会改为已退款。`
      : `在微信商户平台退了 ${formatFen(billed.amountFen)}，${where}，请人工核对。`,
  });
}

/** What we count as done on that day, and the bill doesn't have. */
export function paymentMissing(ours: OurPayment & { readonly transactionId: string }): Finding {
  return {
    kind: 'payment_missing',
    subject: ours.transactionId,
    ...ownerOf(ours),
    outRefundNo: null,
    oursFen: ours.amountFen,
    billedFen: null,
    mendable: false,
    reason: `系统记了这一天收款 ${formatFen(ours.amountFen)}，微信账单里没有。`,
  };
}

export function refundMissing(ours: OurRefund): Finding {
  return {
    kind: 'refund_missing',
    subject: ours.outRefundNo,
    ...ownerOf(ours),
    outRefundNo: ours.outRefundNo,
    oursFen: ours.amountFen,
    billedFen: null,
    mendable: false,
    reason: `系统记了这一天退款 ${formatFen(ours.amountFen)}，微信账单里没有；跨零点的退款会在第二天的账单里对上。`,
  };
}

/** A trade against the movements of the account that belong to it. */
export function judgeFlows(
  billed: BilledTrade,
  flowsFen: readonly number[],
  owner: OurPayment | undefined,
): Finding | undefined {
  const expected = billed.kind === 'payment' ? billed.amountFen : -billed.amountFen;
  // Whether a refund leaves the account with or without the fee that comes back, WeChat has written both ways.
  const leewayFen = billed.kind === 'refund' ? Math.ceil(Math.abs(billed.feeMilliFen) / 1000) : 0;
  if (flowsFen.some((fen) => Math.abs(fen - expected) <= leewayFen)) {
    return undefined;
  }
  const [first] = flowsFen;
  return finding(first === undefined ? 'flow_missing' : 'flow_amount', billed, owner, {
    oursFen: expected,
    billedFen: first ?? null,
    reason:
      first === undefined
        ? `交易账单有这笔${WORD[billed.kind]}，资金账单里没有对应的资金变动。`
        : `交易账单是 ${formatFen(expected)}，资金账单是 ${formatFen(first)}。`,
  });
}

/** A movement of trade in the account without a trade. */
export function flowUnknown(flow: {
  readonly flowNo: string;
  readonly businessNo: string;
  readonly business: string;
  readonly amountFen: number;
}): Finding {
  return {
    kind: 'flow_unknown',
    subject: flow.flowNo,
    brandId: null,
    orderId: null,
    outTradeNo: null,
    outRefundNo: null,
    oursFen: null,
    billedFen: flow.amountFen,
    mendable: false,
    reason: `资金账单有一笔「${flow.business}」${formatFen(flow.amountFen)}（业务单号 ${flow.businessNo}），交易账单里没有。`,
  };
}

const WORD = { payment: '收款', refund: '退款' } as const;

type Rest = Pick<Finding, 'oursFen' | 'reason'> & Partial<Pick<Finding, 'mendable' | 'billedFen'>>;

function finding(
  kind: DifferenceKind,
  billed: BilledTrade,
  owner: { brandId: number; orderId: number } | undefined,
  rest: Rest,
): Finding {
  return {
    kind,
    subject: billed.number,
    brandId: owner?.brandId ?? null,
    orderId: owner?.orderId ?? null,
    outTradeNo: billed.outTradeNo,
    outRefundNo: billed.outRefundNo,
    billedFen: billed.amountFen,
    mendable: false,
    ...rest,
  };
}

function ownerOf({ brandId, orderId, outTradeNo }: OurPayment | OurRefund) {
  return { brandId, orderId, outTradeNo };
}
