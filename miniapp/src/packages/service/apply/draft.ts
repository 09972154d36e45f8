import { yuanToFen, type AfterSaleKind, type AfterSaleReason } from '@regulars/shared';
import type { AfterSaleInput, OrderView } from '@/api/views';

type Line = OrderView['lines'][number];

export interface Draft {
  readonly kind: AfterSaleKind;
  readonly reason: AfterSaleReason | undefined;
  readonly text: string;
  readonly pictures: readonly string[];
  /** Pieces by line. */
  readonly pieces: Readonly<Record<string, number>>;
  /** With a refund alone: less than the share of the pieces, as typed. */
  readonly yuan: string;
  /** With an exchange: the variant that is wanted, by line. */
  readonly skus: Readonly<Record<string, string>>;
}

const AT_THE_CUSTOMERS: readonly AfterSaleKind[] = ['return', 'refund_only', 'exchange'];

const KINDS: Readonly<Partial<Record<OrderView['status'], readonly AfterSaleKind[]>>> = {
  paid: ['cancel'],
  preparing: ['refund_only'],
  ready: ['refund_only'],
  partly_shipped: AT_THE_CUSTOMERS,
  shipped: AT_THE_CUSTOMERS,
  completed: AT_THE_CUSTOMERS,
};

/** What can be asked for in this state; the server has the last word. */
export function kindsFor(status: OrderView['status']): readonly AfterSaleKind[] {
  return KINDS[status] ?? [];
}

export const leftOf = ({ quantity, refundedQuantity }: Line): number => quantity - refundedQuantity;

/** The share of these pieces of what is left of a line; the server counts the same way. */
export function shareFen(line: Line, pieces: number): number {
  const left = leftOf(line);
  return left === 0 ? 0 : Math.floor(((line.totalFen - line.refundedFen) * pieces) / left);
}

export function mostFen(order: OrderView, { pieces }: Draft): number {
  return order.lines.reduce((sum, line) => sum + shareFen(line, pieces[line.id] ?? 0), 0);
}

/** Undefined as long as something is missing; a text says what is wrong. */
export function inputOf(order: OrderView, draft: Draft): AfterSaleInput | string | undefined {
  const { kind, reason, text, pictures, pieces, yuan, skus } = draft;
  const chosen = order.lines.filter(({ id }) => (pieces[id] ?? 0) > 0);
  if (!reason || chosen.length === 0) {
    return undefined;
  }
  const most = mostFen(order, draft);
  const wanted = kind === 'refund_only' && yuan.trim() !== '' ? yuanToFen(yuan) : most;
  if (wanted === undefined || wanted > most || (wanted === 0 && most > 0)) {
    return '退款金额要大于 0，且不超过可退的金额';
  }
  let rest = wanted;
  return {
    orderId: order.id,
    kind,
    reason,
    text: text.trim(),
    pictures: [...pictures],
    lines: chosen.map((line) => {
      const quantity = pieces[line.id] ?? 0;
      if (kind === 'exchange') {
        return { lineId: line.id, quantity, exchangeSkuId: skus[line.id] ?? line.skuId };
      }
      if (wanted === most) {
        return { lineId: line.id, quantity };
      }
      const amountFen = Math.min(rest, shareFen(line, quantity));
      rest -= amountFen;
      return { lineId: line.id, quantity, amountFen };
    }),
  };
}
