/** Minutes since midnight on the brand's wall clock. */
export interface OpeningHours {
  readonly opensMinute: number;
  readonly closesMinute: number;
}

/** Closing at or before opening means past midnight; equal times mean round the clock. */
export function isOpenAt({ opensMinute, closesMinute }: OpeningHours, minute: number): boolean {
  return opensMinute < closesMinute
    ? minute >= opensMinute && minute < closesMinute
    : minute >= opensMinute || minute < closesMinute;
}

/** 510 → "08:30". */
export function toTimeOfDay(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

/** "08:30" → 510. */
export function toMinute(timeOfDay: string): number {
  const [hours = '', minutes = ''] = timeOfDay.split(':');
  return Number(hours) * 60 + Number(minutes);
}
