import type { Audience } from '@regulars/shared';
import type { Shopper } from './shopper.js';

/** Whether something that is kept for some may be sold to this one. */
export function isFor(
  { audience, tierLevels }: { audience: Audience; tierLevels: readonly number[] },
  shopper: Shopper,
): boolean {
  switch (audience) {
    case 'everyone':
      return true;
    case 'members':
      return shopper.isMember;
    case 'tiers':
      return shopper.isMember && shopper.tierLevel !== null && tierLevels.includes(shopper.tierLevel);
  }
}
