/** WeChat speaks in China's time, which has been UTC+8 without summer time since 1991. */
const OFFSET_MS = 8 * 3_600_000;

/** RFC 3339 with offset, as WeChat Pay writes instants: 2018-06-08T10:34:56+08:00. */
export function toRfc3339(instant: number): string {
  return `${inChina(instant).slice(0, 19)}+08:00`;
}

/** The way bills write instants: 2018-06-08 10:34:56. */
export function toBillTime(instant: number): string {
  return inChina(instant).slice(0, 19).replace('T', ' ');
}

/** The day in China: 2018-06-08. */
export function dayOf(instant: number): string {
  return inChina(instant).slice(0, 10);
}

/** The first instant of a day in China, or undefined when the text isn't a day that exists. */
export function startOfDay(day: string): number | undefined {
  const instant = Date.parse(`${day}T00:00:00.000+08:00`);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(instant) && dayOf(instant) === day
    ? instant
    : undefined;
}

/** Fourteen digits, the way WeChat builds times into its numbers: 20180608103456. */
export function timeDigits(instant: number): string {
  return inChina(instant).slice(0, 19).replaceAll(/\D/g, '');
}

function inChina(instant: number): string {
  return new Date(instant + OFFSET_MS).toISOString();
}
