import type { CardCodeView } from '@/api/views';

/** The last codes that were fetched, kept on the phone. */
export interface KeptCode extends CardCodeView {
  brandId: string;
  fetchedAt: number;
}

interface Moment {
  brandId: string;
  now: number;
  offline: boolean;
}

/** How long stores take the offline code, less a little for clocks that differ. */
const OFFLINE_MS = 4.5 * 60_000;

/** The live code while it lives; without a network the offline code for a while. */
export function codeToShow(
  kept: KeptCode | undefined,
  { brandId, now, offline }: Moment,
): string | undefined {
  if (!kept || kept.brandId !== brandId) {
    return undefined;
  }
  if (Date.parse(kept.expiresAt) > now) {
    return kept.code;
  }
  return offline && now - kept.fetchedAt < OFFLINE_MS ? kept.offlineCode : undefined;
}
