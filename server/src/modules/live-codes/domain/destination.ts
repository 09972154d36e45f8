/** A store a code may lead to, as seen from where the customer stands. */
export interface Candidate {
  readonly id: number;
  readonly open: boolean;
  /** Null when nobody knows where the customer is. */
  readonly distanceM: number | null;
}

export interface Routing {
  /** How far a store may be to count as near; null for any distance. */
  readonly radiusM: number | null;
  /** Where to send those who are near none of them. */
  readonly defaultStoreId: number | null;
}

/**
 * Where a scan leads: the nearest open store, else the nearest, among those that count as near; else the code's
 * default; else the nearest of all. Undefined when only the customer can say: they choose from the list.
 */
export function destinationOf<C extends Candidate>(
  routing: Routing,
  candidates: readonly C[],
): C | undefined {
  const located = candidates.filter(({ distanceM }) => distanceM !== null);
  if (candidates.length === 1 || located.length === 0) {
    return candidates.length === 1 ? candidates[0] : undefined;
  }
  const nearestFirst = located.toSorted((a, b) => (a.distanceM ?? 0) - (b.distanceM ?? 0));
  const near = nearestFirst.filter(
    ({ distanceM }) => routing.radiusM === null || (distanceM ?? 0) <= routing.radiusM,
  );
  return (
    near.find(({ open }) => open) ??
    near[0] ??
    candidates.find(({ id }) => id === routing.defaultStoreId) ??
    nearestFirst[0]
  );
}
