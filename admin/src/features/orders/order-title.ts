import type { OrderRow } from '../../api/types';
import { texts } from '../../texts';

/** What was ordered, in a line: the first thing, and how many pieces there are in all. */
export function orderTitle({ lines }: Pick<OrderRow, 'lines'>): string {
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const first = lines[0]?.name ?? '';
  return pieces > 1 ? texts.orders.goodsAndMore(first, pieces) : first;
}
