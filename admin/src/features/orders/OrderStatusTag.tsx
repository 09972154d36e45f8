import { ORDER_STATUS_TEXT, type OrderStatus } from '@regulars/shared';
import { StatusTag, type Tone } from '../../ui/StatusTag';

const TONE: Record<OrderStatus, Tone> = {
  pending_payment: 'wait',
  paid: 'todo',
  ready: 'todo',
  shipped: 'good',
  completed: 'good',
  closed: 'calm',
  refunding: 'wait',
  refunded: 'calm',
};

export function OrderStatusTag({ status }: { status: OrderStatus }) {
  return <StatusTag tone={TONE[status]}>{ORDER_STATUS_TEXT[status]}</StatusTag>;
}
