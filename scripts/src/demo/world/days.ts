import { addDays, startOfBusinessDay } from '@regulars/server/platform/clock/business-day';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** The stretch of business days that the demo shop has lived through; the last one is today and not over yet. */
export class Days {
  private readonly midnight: number;
  private readonly names: Record<number, string> = {};

  constructor(
    today: string,
    readonly count: number,
    readonly now: Date,
  ) {
    this.first = addDays(today, 1 - count);
    this.midnight = startOfBusinessDay(this.first).getTime();
  }

  readonly first: string;

  /** 'YYYY-MM-DD'. */
  name(day: number): string {
    return (this.names[day] ??= addDays(this.first, day));
  }

  /** China keeps no summer time, so every day has 24 hours. */
  start(day: number): number {
    return this.midnight + day * DAY;
  }

  dayOf(instant: number): number {
    return Math.floor((instant - this.midnight) / DAY);
  }

  nameOf(instant: number): string {
    return this.name(this.dayOf(instant));
  }

  /** 0 is Sunday. */
  weekday(day: number): number {
    return new Date(`${this.name(day)}T00:00:00Z`).getUTCDay();
  }

  /** How much of today's business is done, from 0 to 1: shops are open from half past seven to half past nine. */
  get shareOfToday(): number {
    const passed = this.now.getTime() - this.start(this.count - 1);
    return Math.min(1, Math.max(0, (passed - 7.5 * HOUR) / (14 * HOUR)));
  }

  isWeekend(day: number): boolean {
    return [0, 6].includes(this.weekday(day));
  }
}
