import { AFTER_SALE_STATUS_TEXT, type AfterSaleStatus } from '@regulars/shared';
import { StatusTag, type Tone } from '../../ui/StatusTag';

const TONE: Record<AfterSaleStatus, Tone> = {
  requested: 'todo',
  approved: 'wait',
  returning: 'todo',
  received: 'wait',
  refunding: 'wait',
  refunded: 'good',
  exchanged: 'good',
  rejected: 'calm',
  withdrawn: 'calm',
  lapsed: 'calm',
};

export function AfterSaleStatusTag({ status }: { status: AfterSaleStatus }) {
  return <StatusTag tone={TONE[status]}>{AFTER_SALE_STATUS_TEXT[status]}</StatusTag>;
}
