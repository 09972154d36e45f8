import type { LedgerCause } from '@regulars/shared';
import type { Unit } from './units.js';

/** Why something is booked: what happened, to which row, and the sentence for the member's statement. */
export interface Cause {
  readonly kind: LedgerCause;
  readonly id: number;
  /** Chinese, at most 100 characters. */
  readonly text: string;
}

/** Points to an earlier booking. */
export type CauseRef = Pick<Cause, 'kind' | 'id'>;

/** One cause books at most once per unit. */
export function causeKey({ kind, id }: CauseRef, unit: Unit): string {
  return `${kind}:${id}:${unit}`;
}
