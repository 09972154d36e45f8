export interface PickupRule {
  /** Between the order and the earliest window. */
  readonly leadMinutes: number;
  readonly windowMinutes: number;
  /** 0: today only. */
  readonly daysAhead: number;
  /** Orders in one window; null: as many as come. */
  readonly capacity: number | null;
}

/** A store that says nothing. */
export const PICKUP_RULE: PickupRule = { leadMinutes: 20, windowMinutes: 30, daysAhead: 2, capacity: null };

export interface PickupWindow {
  readonly from: Date;
  readonly to: Date;
}

interface Hours {
  readonly opensMinute: number;
  readonly closesMinute: number;
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;

/**
 * The windows in which a store hands over on the days that begin at these instants, the next one first: whole ones
 * within its hours, none too early.
 */
export function pickupWindows(
  hours: Hours,
  rule: PickupRule,
  midnights: readonly Date[],
  now: Date,
): PickupWindow[] {
  const earliest = now.getTime() + rule.leadMinutes * MINUTE_MS;
  return midnights
    .flatMap((midnight) => windowsOf(midnight, hours, rule.windowMinutes))
    .filter(({ from }) => from.getTime() >= earliest);
}

function windowsOf(
  midnight: Date,
  { opensMinute, closesMinute }: Hours,
  windowMinutes: number,
): PickupWindow[] {
  const closes = closesMinute > opensMinute ? closesMinute : closesMinute + DAY_MINUTES;
  const count = Math.floor((closes - opensMinute) / windowMinutes);
  return Array.from({ length: count }, (_, index) => {
    const from = midnight.getTime() + (opensMinute + index * windowMinutes) * MINUTE_MS;
    return { from: new Date(from), to: new Date(from + windowMinutes * MINUTE_MS) };
  });
}
