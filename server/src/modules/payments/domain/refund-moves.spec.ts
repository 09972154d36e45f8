import { REFUND_STATUSES, REFUND_TRANSITIONS, type RefundStatus } from '@regulars/shared';
import { canMoveRefund, isRefundOver, refundStatusOf } from './refund-moves.js';

it('no refund ever comes back to where it was', () => {
  const reach = (from: RefundStatus, seen: RefundStatus[] = []): void => {
    expect(seen).not.toContain(from);
    for (const to of REFUND_TRANSITIONS[from]) {
      reach(to, [...seen, from]);
    }
  };
  reach('requested');
});

it('every status can be reached, and every way ends', () => {
  const reached = new Set<RefundStatus>(['requested', ...Object.values(REFUND_TRANSITIONS).flat()]);
  expect([...reached].sort()).toEqual([...REFUND_STATUSES].sort());
  expect(REFUND_STATUSES.filter(isRefundOver)).toEqual(['succeeded', 'failed']);
});

it.each([
  ['SUCCESS', 'succeeded'],
  ['CLOSED', 'failed'],
  ['PROCESSING', 'processing'],
  ['ABNORMAL', 'abnormal'],
] as const)('%s is called %s here', (reported, status) => {
  expect(refundStatusOf(reported)).toBe(status);
});

it.each([
  ['succeeded', 'processing'],
  ['succeeded', 'failed'],
  ['failed', 'succeeded'],
  ['processing', 'processing'],
  ['abnormal', 'processing'],
] as const)('a late report does not move %s to %s', (from, to) => {
  expect(canMoveRefund(from, to)).toBe(false);
});
