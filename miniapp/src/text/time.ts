// Brands live in one time zone; a traveller's phone must not move their order times.
const ZONE_OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/** "11月22日 15:04", with the year when it is another one. */
export function dayAndTime(instant: string): string {
  return `${day(instant)} ${clockTime(instant)}`;
}

/** "11月22日", or "2025年11月22日" in another year. */
export function day(instant: string, now: number = Date.now()): string {
  const at = local(Date.parse(instant));
  const text = `${at.getUTCMonth() + 1}月${at.getUTCDate()}日`;
  return at.getUTCFullYear() === local(now).getUTCFullYear() ? text : `${at.getUTCFullYear()}年${text}`;
}

/** "15:04" */
export function clockTime(instant: string): string {
  const at = local(Date.parse(instant));
  return `${pad(at.getUTCHours())}:${pad(at.getUTCMinutes())}`;
}

/** "12:05" left until then, never negative. */
export function countdown(until: string, now: number): string {
  const seconds = Math.max(0, Math.floor((Date.parse(until) - now) / 1000));
  return `${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`;
}

/** Whole days since, at least one: the first day counts. */
export function daysSince(instant: string, now: number = Date.now()): number {
  return Math.floor((dayNumber(now) - dayNumber(Date.parse(instant))) / DAY_MS) + 1;
}

function local(milliseconds: number): Date {
  return new Date(milliseconds + ZONE_OFFSET_MS);
}

function dayNumber(milliseconds: number): number {
  const shifted = milliseconds + ZONE_OFFSET_MS;
  return shifted - (shifted % DAY_MS);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
