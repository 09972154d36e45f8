const HERE_M = 50;

/** "就在附近", "320 米", "1.4 公里", "26 公里" */
export function distance(meters: number): string {
  if (meters < HERE_M) {
    return '就在附近';
  }
  if (meters < 1000) {
    return `${Math.round(meters / 10) * 10} 米`;
  }
  const kilometers = meters / 1000;
  return `${kilometers < 10 ? kilometers.toFixed(1) : Math.round(kilometers)} 公里`;
}
