const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The month of the address, or the one that a day is in. */
export function monthOf(text: string | null, today: string): string {
  return text !== null && MONTH.test(text) ? text : today.slice(0, 7);
}

/** '2026-01', -1 → '2025-12' */
export function addMonths(month: string, months: number): string {
  const [year = 0, index = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, index - 1 + months, 1)).toISOString().slice(0, 7);
}

/** Its first and last day. */
export function daysOfMonth(month: string): { from: string; to: string } {
  const next = Date.parse(`${addMonths(month, 1)}-01T00:00:00Z`);
  return { from: `${month}-01`, to: new Date(next - 86_400_000).toISOString().slice(0, 10) };
}
