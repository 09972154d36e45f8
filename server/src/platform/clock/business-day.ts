/** Brands that don't say otherwise keep their books by Shanghai time. */
export const BRAND_ZONE = 'Asia/Shanghai';

const formatters = new Map<string, Intl.DateTimeFormat>();

function partsOf(instant: Date, zone: string): Record<string, number> {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(zone, formatter);
  }
  return Object.fromEntries(formatter.formatToParts(instant).map((part) => [part.type, Number(part.value)]));
}

/** The business day an instant falls on, 'YYYY-MM-DD'. */
export function businessDayOf(instant: Date, zone: string = BRAND_ZONE): string {
  return wallClock(instant, zone).toISOString().slice(0, 10);
}

/** Minutes since midnight on the zone's wall clock, 0..1439: what opening hours are compared with. */
export function minuteOfDay(instant: Date, zone: string = BRAND_ZONE): number {
  const wall = wallClock(instant, zone);
  return wall.getUTCHours() * 60 + wall.getUTCMinutes();
}

/** The first instant of a business day. Also right on days when the zone changes its offset. */
export function startOfBusinessDay(day: string, zone: string = BRAND_ZONE): Date {
  const wanted = Date.parse(`${day}T00:00:00.000Z`);
  let guess = wanted;
  // Two rounds settle any zone: the second corrects an offset change between guess and midnight.
  for (let round = 0; round < 2; round += 1) {
    guess = wanted - offsetMs(new Date(guess), zone);
  }
  return new Date(guess);
}

/** The business day `days` after `day`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** What the zone's wall clock shows, in the UTC fields of a date. */
function wallClock(instant: Date, zone: string): Date {
  return new Date(instant.getTime() + offsetMs(instant, zone));
}

/** Zones change their offset at a full quarter of an hour, if at all, so the last answer serves the whole quarter. */
const QUARTER_MS = 15 * 60_000;
const lastOffsets = new Map<string, { readonly quarter: number; readonly ms: number }>();

function offsetMs(instant: Date, zone: string): number {
  const quarter = Math.floor(instant.getTime() / QUARTER_MS);
  const last = lastOffsets.get(zone);
  if (last?.quarter === quarter) {
    return last.ms;
  }
  const ms = readOffsetMs(instant, zone);
  lastOffsets.set(zone, { quarter, ms });
  return ms;
}

function readOffsetMs(instant: Date, zone: string): number {
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = partsOf(instant, zone);
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  return wall - Math.floor(instant.getTime() / 1000) * 1000;
}
