import type { Movement } from './movements.js';

export type MemberRole = 'available' | 'pending' | 'debt';
export type ProgramRole = 'issued' | 'redeemed' | 'expired';

/** One transfer of a booking, seen from the member: positive comes in, negative goes out. */
export interface Leg {
  readonly role: Extract<MemberRole, 'available' | 'debt'>;
  readonly amount: number;
}

/**
 * The transfers of a movement in the order in which they are booked: down to zero before anything is owed, and a
 * debt up to zero before anything is available. So the balance after each entry is the member's net position.
 */
export function legsOf({ available, debt }: Movement): Leg[] {
  const legs: Leg[] = [
    { role: 'available', amount: available },
    { role: 'debt', amount: debt },
  ];
  return (debt > 0 ? legs.toReversed() : legs).filter((leg) => leg.amount !== 0);
}

/** What the statement says: a part that meets the debt says so. */
export function textOf(leg: Leg, text: string): string {
  if (leg.role === 'available') {
    return text;
  }
  return leg.amount > 0 ? `${text}（抵还欠分）` : `${text}（余额不足，记为欠分）`;
}
