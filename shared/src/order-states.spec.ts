import fc from 'fast-check';
import {
  ORDER_MOVES,
  ORDER_STAGE_STATUSES,
  ORDER_STATUSES,
  ORDER_STATUS_TEXT,
  ORDER_TRANSITIONS,
  canHappen,
  canMove,
  type OrderMove,
  type OrderMoveName,
  type OrderStatus,
} from './order-states.js';

const MOVE_NAMES = Object.keys(ORDER_MOVES) as OrderMoveName[];
const ENDS = ORDER_STATUSES.filter((status) => ORDER_TRANSITIONS[status].length === 0);
const kind = fc.constantFrom('pickup', 'delivery');

/** What is chosen is taken modulo what is possible, so that every choice is a walk. */
function walk(fulfilment: 'pickup' | 'delivery', choices: readonly number[]): OrderStatus[] {
  const path: OrderStatus[] = ['pending_payment'];
  for (const choice of choices) {
    const status = path.at(-1) ?? 'pending_payment';
    const possible = MOVE_NAMES.filter((name) => canHappen(name, status, fulfilment));
    const name = possible[choice % possible.length];
    if (name === undefined) {
      break;
    }
    path.push(ORDER_MOVES[name].to);
  }
  return path;
}

describe('the states of an order', () => {
  it('lets every state be reached from the first', () => {
    const reached = new Set<OrderStatus>(['pending_payment']);
    for (const status of reached) {
      ORDER_TRANSITIONS[status].forEach((to) => reached.add(to));
    }
    expect([...reached].sort()).toEqual([...ORDER_STATUSES].sort());
  });

  it('never goes back: no walk passes a state twice, and every walk ends', () => {
    fc.assert(
      fc.property(kind, fc.array(fc.nat(), { minLength: 20, maxLength: 20 }), (fulfilment, choices) => {
        const path = walk(fulfilment, choices);
        expect(new Set(path).size).toBe(path.length);
        expect(ENDS).toContain(path.at(-1));
      }),
      { numRuns: 300 },
    );
  });

  it('ends closed, or given back whole', () => {
    expect(ENDS).toEqual(['closed', 'refunded']);
  });

  it('never pays what is closed and never closes what is paid', () => {
    fc.assert(
      fc.property(kind, fc.array(fc.nat(), { maxLength: 20 }), (fulfilment, choices) => {
        const path = walk(fulfilment, choices);
        expect(path.includes('paid') && path.includes('closed')).toBe(false);
        expect(path.length === 1 || path.includes('paid') || path.includes('closed')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('waits at the counter or travels, never both', () => {
    fc.assert(
      fc.property(kind, fc.array(fc.nat(), { maxLength: 20 }), (fulfilment, choices) => {
        const path = walk(fulfilment, choices);
        const elsewhere: readonly OrderStatus[] =
          fulfilment === 'pickup' ? ['partly_shipped', 'shipped'] : ['ready'];
        expect(path.filter((status) => elsewhere.includes(status))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('has one stage at most for each state, and none only for what was never paid', () => {
    const staged = Object.values(ORDER_STAGE_STATUSES).flat();
    expect(new Set(staged).size).toBe(staged.length);
    expect(ORDER_STATUSES.filter((status) => !staged.includes(status))).toEqual(['closed']);
  });

  it('says the same by move and by state, and has a word for each state', () => {
    for (const { from, to } of Object.values<OrderMove>(ORDER_MOVES)) {
      expect(from.every((status) => canMove(status, to))).toBe(true);
    }
    expect(new Set(Object.values(ORDER_STATUS_TEXT)).size).toBe(ORDER_STATUSES.length);
  });
});
