/** The life of an order. Both the server's state table and what clients show come from here. */
export const ORDER_STATUSES = [
  'pending_payment',
  'paid',
  'ready',
  'shipped',
  'completed',
  'closed',
  'refunding',
  'refunded',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const FULFILMENT_KINDS = ['pickup', 'delivery'] as const;
export type FulfilmentKind = (typeof FULFILMENT_KINDS)[number];

/** Allowed moves. State never goes backwards: the table is a directed acyclic graph, and a test says so. */
export const ORDER_TRANSITIONS: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = {
  pending_payment: ['paid', 'closed'],
  paid: ['ready', 'shipped', 'completed', 'refunding'],
  ready: ['completed', 'refunding'],
  shipped: ['completed', 'refunding'],
  completed: ['refunding'],
  refunding: ['refunded'],
  closed: [],
  refunded: [],
};

export const ORDER_STATUS_TEXT: Readonly<Record<OrderStatus, string>> = {
  pending_payment: '待付款',
  paid: '已付款',
  ready: '待取货',
  shipped: '已发货',
  completed: '已完成',
  closed: '已关闭',
  refunding: '退款中',
  refunded: '已退款',
};

export function canMove(from: OrderStatus, to: OrderStatus): boolean {
  return ORDER_TRANSITIONS[from].includes(to);
}
