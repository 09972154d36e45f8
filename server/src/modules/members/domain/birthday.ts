const EARLIEST = '1900-01-01';

/** Whether somebody alive can have been born on this day, 'YYYY-MM-DD'. */
export function isBirthday(day: string, today: string): boolean {
  return day >= EARLIEST && day <= today;
}
