/** How a notification behaves on its way. */
export const NOTIFY_BEHAVIOURS = [
  'once',
  'none',
  'twice',
  'late',
  'storm',
  'tampered',
  'signtest',
  'wrongAmount',
] as const;
export type NotifyBehaviour = (typeof NOTIFY_BEHAVIOURS)[number];

/**
 * The shape of one delivery. `genuine` is what WeChat means; the others must be refused:
 * `signtest` WeChat's own probe; `altered-body` changed after signing; `broken-ciphertext` signed, but the
 * authentication tag doesn't fit; `foreign-signature` signed by somebody else's key; `wrong-amount` signed and
 * encrypted well, but about another amount than the order's.
 */
export type AttemptForm =
  'genuine' | 'signtest' | 'altered-body' | 'broken-ciphertext' | 'foreign-signature' | 'wrong-amount';

const STORM_SIZE = 20;
export const LATE_BY_MS = 60_000;

/** The first round of deliveries: waves one after the other, the deliveries of a wave at the same time. */
export function firstRound(behaviour: Exclude<NotifyBehaviour, 'none'>): AttemptForm[][] {
  switch (behaviour) {
    case 'once':
    case 'late':
      return [['genuine']];
    case 'twice':
      return [['genuine'], ['genuine']];
    case 'storm':
      return [Array.from({ length: STORM_SIZE }, () => 'genuine' as const)];
    case 'tampered':
      return [['altered-body'], ['broken-ciphertext'], ['foreign-signature']];
    case 'signtest':
      return [['signtest'], ['genuine']];
    case 'wrongAmount':
      return [['wrong-amount']];
  }
}

/** Waits before each further round, counted from the round before: 15 of them, 24 hours and 4 minutes in all. */
export const RETRY_AFTER_MS: readonly number[] = [
  ...seconds(15, 15, 30),
  ...seconds(3 * 60, 10 * 60, 20 * 60, 30 * 60, 30 * 60, 30 * 60, 60 * 60),
  ...seconds(3 * 3600, 3 * 3600, 3 * 3600, 6 * 3600, 6 * 3600),
];

function seconds(...counts: number[]): number[] {
  return counts.map((count) => count * 1000);
}
