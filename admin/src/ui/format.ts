import { formatFen } from '@regulars/shared';

/** Instants as the brand's people read them, whatever zone the browser is in. */
const BRAND_ZONE = 'Asia/Shanghai';

const minute = formatter({
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});
const day = formatter({ year: 'numeric', month: '2-digit', day: '2-digit' });
const whole = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 0 });

/** '2025-11-22T05:00:00Z' → '2025-11-22 13:00' */
export function formatInstant(iso: string): string {
  const part = partsOf(minute, iso);
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}

/** The brand's day of an instant: '2025-11-21T17:00:00Z' → '2025-11-22' */
export function formatDayOf(iso: string): string {
  const part = partsOf(day, iso);
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** 1234567 → '1,234,567' */
export function formatCount(count: number): string {
  return whole.format(count);
}

/** A change keeps its sign: 20 → '+20', -3 → '−3' */
export function formatDelta(delta: number): string {
  const size = whole.format(Math.abs(delta));
  return delta > 0 ? `+${size}` : delta < 0 ? `−${size}` : '0';
}

/** Fen as people read larger amounts: 123456789 → '¥1,234,567.89' */
export function formatMoney(fen: number): string {
  const [yuan = '', cents] = formatFen(fen).split('.');
  const grouped = yuan.replace(/\B(?=(\d{3})+$)/g, ',');
  return cents === undefined ? grouped : `${grouped}.${cents}`;
}

/** Basis points as a percentage: 4250 → '42.5%' */
export function formatRate(bp: number): string {
  return `${(bp / 100).toFixed(1).replace(/\.0$/, '')}%`;
}

function formatter(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-GB', { ...options, timeZone: BRAND_ZONE, hourCycle: 'h23' });
}

function partsOf(format: Intl.DateTimeFormat, iso: string) {
  const parts = format.formatToParts(new Date(iso));
  return (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
}
