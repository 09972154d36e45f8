import { AFTER_SALE_MOVES, AFTER_SALE_STATUSES, type AfterSaleStatus } from './after-sales.js';

const moves: readonly { from: readonly AfterSaleStatus[]; to: AfterSaleStatus }[] =
  Object.values(AFTER_SALE_MOVES);

function reachableFrom(status: AfterSaleStatus, seen = new Set<AfterSaleStatus>()): Set<AfterSaleStatus> {
  for (const { from, to } of moves) {
    if (from.includes(status) && !seen.has(to)) {
      seen.add(to);
      reachableFrom(to, seen);
    }
  }
  return seen;
}

describe('the moves of an after-sale', () => {
  it('reach every state from the request', () => {
    expect([...reachableFrom('requested'), 'requested'].sort()).toEqual([...AFTER_SALE_STATUSES].sort());
  });

  it.each(AFTER_SALE_STATUSES)('never lead back to %s', (status) => {
    expect(reachableFrom(status)).not.toContain(status);
  });
});
