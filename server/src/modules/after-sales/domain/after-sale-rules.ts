import type {
  AfterSaleKind,
  AfterSaleReason,
  AfterSaleStatus,
  FulfilmentKind,
  OrderStatus,
} from '@regulars/shared';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Longer nobody waits for an answer without the console hearing of it. */
export const ANSWER_WITHIN_MS = 48 * HOUR_MS;
/** Whoever may send back has so long to do it. */
export const SEND_BACK_WITHIN_MS = 7 * DAY_MS;
/** Travelling, unpacking, looking. */
export const RECEIVE_WITHIN_MS = 10 * DAY_MS;
/** What holds for brands that say nothing: the law's seven days. */
export const DEFAULT_RETURN_DAYS = 7;
/** Other complaints than a change of mind have a longer time. */
const COMPLAINT_DAYS = 90;

export interface AskedOrder {
  readonly status: OrderStatus;
  readonly fulfilment: FulfilmentKind;
  readonly handedOverAt: Date | null;
  readonly completedAt: Date | null;
}

export type Obstacle = 'order_not_paid' | 'goods_not_there' | 'already_under_way' | 'window_over';

const UNDER_WAY: readonly OrderStatus[] = ['preparing', 'ready', 'partly_shipped', 'shipped', 'completed'];
const WITH_CUSTOMER: readonly OrderStatus[] = ['partly_shipped', 'shipped', 'completed'];

/** Why this can't be asked for now, or undefined when it can. */
export function obstacleOf(
  kind: AfterSaleKind,
  reason: AfterSaleReason,
  order: AskedOrder,
  returnDays: number,
  now: Date,
): Obstacle | undefined {
  if (kind === 'cancel') {
    return order.status === 'paid'
      ? undefined
      : UNDER_WAY.includes(order.status)
        ? 'already_under_way'
        : 'order_not_paid';
  }
  const allowed = kind === 'refund_only' ? ['paid', ...UNDER_WAY] : WITH_CUSTOMER;
  if (!allowed.includes(order.status)) {
    return UNDER_WAY.includes(order.status) || order.status === 'paid' ? 'goods_not_there' : 'order_not_paid';
  }
  const until = windowEnd(reason, order, returnDays);
  return until !== undefined && now > until ? 'window_over' : undefined;
}

/** Until when it may be asked for; undefined as long as the goods are on their way. */
export function windowEnd(
  reason: AfterSaleReason,
  { completedAt }: Pick<AskedOrder, 'completedAt'>,
  returnDays: number,
): Date | undefined {
  const days = reason === 'no_reason' ? returnDays : Math.max(returnDays, COMPLAINT_DAYS);
  return completedAt === null ? undefined : new Date(completedAt.getTime() + days * DAY_MS);
}

const DEADLINES: Readonly<Partial<Record<AfterSaleStatus, number>>> = {
  requested: ANSWER_WITHIN_MS,
  approved: SEND_BACK_WITHIN_MS,
  returning: RECEIVE_WITHIN_MS,
};

/** How long whoever is next has, in a state that waits for somebody. */
export function deadlineMs(status: AfterSaleStatus): number | undefined {
  return DEADLINES[status];
}

/**
 * What goes back when something cheaper is taken in exchange: the same part of what was paid as of the list price.
 * @returns undefined when it is dearer, which needs an order of its own
 */
export function differenceFen(of: {
  readonly listFen: number;
  readonly replacementFen: number;
  readonly paidFen: number;
}): number | undefined {
  const { listFen, replacementFen, paidFen } = of;
  if (replacementFen > listFen) {
    return undefined;
  }
  return listFen === 0 ? 0 : Number((BigInt(paidFen) * BigInt(listFen - replacementFen)) / BigInt(listFen));
}

/** States in which the pieces of an after-sale are spoken for without being refunded. */
export const HOLDING: readonly AfterSaleStatus[] = [
  'requested',
  'approved',
  'returning',
  'received',
  'exchanged',
];
