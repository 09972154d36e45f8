import type { ClosingDay } from '../../api/types';

/** The bill is here, and sums and differences are known. */
export function isMatched({ state }: ClosingDay): boolean {
  return state !== 'none' && state !== 'waiting';
}
