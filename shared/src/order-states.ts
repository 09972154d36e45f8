/** The life of an order. Both the server's state table and what clients show come from here. */
export const ORDER_STATUSES = [
  'pending_payment',
  'paid',
  'preparing',
  'ready',
  'partly_shipped',
  'shipped',
  'completed',
  'closed',
  'refunding',
  'refunded',
] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

export const FULFILMENT_KINDS = ['pickup', 'delivery'] as const;
export type FulfilmentKind = (typeof FULFILMENT_KINDS)[number];

export interface OrderMove {
  readonly from: readonly OrderStatus[];
  readonly to: OrderStatus;
  /** Only orders that reach their customer this way. */
  readonly fulfilment?: FulfilmentKind;
}

/**
 * Everything that can happen to an order. There is no other way from one state to another, no state that cannot be
 * reached, and no way back: a test says so.
 */
export const ORDER_MOVES = {
  pay: { from: ['pending_payment'], to: 'paid' },
  close: { from: ['pending_payment'], to: 'closed' },
  /** Somebody at the store has seen it and begins. */
  accept: { from: ['paid'], to: 'preparing' },
  make_ready: { from: ['paid', 'preparing'], to: 'ready', fulfilment: 'pickup' },
  hand_over: { from: ['paid', 'preparing', 'ready'], to: 'completed', fulfilment: 'pickup' },
  ship_part: { from: ['paid', 'preparing'], to: 'partly_shipped', fulfilment: 'delivery' },
  ship_all: { from: ['paid', 'preparing', 'partly_shipped'], to: 'shipped', fulfilment: 'delivery' },
  receive: { from: ['shipped'], to: 'completed', fulfilment: 'delivery' },
  refund: {
    from: ['paid', 'preparing', 'ready', 'partly_shipped', 'shipped', 'completed'],
    to: 'refunding',
  },
  settle_refund: { from: ['refunding'], to: 'refunded' },
} as const satisfies Record<string, OrderMove>;
export type OrderMoveName = keyof typeof ORDER_MOVES;

/** The same by state: where an order can go from here. */
export const ORDER_TRANSITIONS: Readonly<Record<OrderStatus, readonly OrderStatus[]>> = transitions();

export const ORDER_STATUS_TEXT: Readonly<Record<OrderStatus, string>> = {
  pending_payment: '待付款',
  paid: '已付款',
  preparing: '备货中',
  ready: '待取货',
  partly_shipped: '部分发货',
  shipped: '已发货',
  completed: '已完成',
  closed: '已关闭',
  refunding: '退款中',
  refunded: '已退款',
};

/** What customers sort their orders by. */
export const ORDER_STAGES = ['to_pay', 'preparing', 'to_receive', 'done', 'returned'] as const;
export type OrderStage = (typeof ORDER_STAGES)[number];

export const ORDER_STAGE_STATUSES: Readonly<Record<OrderStage, readonly OrderStatus[]>> = {
  to_pay: ['pending_payment'],
  preparing: ['paid', 'preparing'],
  to_receive: ['ready', 'partly_shipped', 'shipped'],
  done: ['completed'],
  returned: ['refunding', 'refunded'],
};

export const ORDER_STAGE_TEXT: Readonly<Record<OrderStage, string>> = {
  to_pay: '待付款',
  preparing: '准备中',
  to_receive: '待收取',
  done: '已完成',
  returned: '退款',
};

export function canMove(from: OrderStatus, to: OrderStatus): boolean {
  return ORDER_TRANSITIONS[from].includes(to);
}

/** Whether this may happen to an order in this state, however it reaches its customer. */
export function canHappen(name: OrderMoveName, status: OrderStatus, fulfilment: FulfilmentKind): boolean {
  const move: OrderMove = ORDER_MOVES[name];
  return move.from.includes(status) && (move.fulfilment ?? fulfilment) === fulfilment;
}

function transitions(): Record<OrderStatus, OrderStatus[]> {
  const moves: readonly OrderMove[] = Object.values(ORDER_MOVES);
  return Object.fromEntries(
    ORDER_STATUSES.map((status) => [
      status,
      [...new Set(moves.filter(({ from }) => from.includes(status)).map(({ to }) => to))],
    ]),
  ) as Record<OrderStatus, OrderStatus[]>;
}
