const SHANGHAI_MS = 8 * 3_600_000;

/** The way WeChat's bills write time, so that both sort together: 2018-06-08 10:34:56. */
export function billTime(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_MS).toISOString().slice(0, 19).replace('T', ' ');
}

/** Thousandths of a fen as yuan with five decimals. */
export function milliYuan(milliFen: number): string {
  const absolute = Math.abs(milliFen);
  const sign = milliFen < 0 ? '-' : '';
  return `${sign}${Math.floor(absolute / 100_000)}.${String(absolute % 100_000).padStart(5, '0')}`;
}
