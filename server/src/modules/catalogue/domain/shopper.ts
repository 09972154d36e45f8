/** Whoever looks at the shelf, as far as the shelf cares. */
export interface Shopper {
  /** Has a card of the brand. */
  readonly isMember: boolean;
  readonly tierLevel: number | null;
}

/** Somebody who has not signed in, or not joined. */
export const PASSER_BY: Shopper = { isMember: false, tierLevel: null };
