import type { Finding } from './prove.js';

const SHOWN_MAX = 20;

/** The lines a person reads about one finding. */
export function describe({ check, counted, violations }: Finding): string[] {
  const mark = violations.length === 0 ? '✓' : '✗';
  return [
    `  ${mark} ${check.claim}: ${counted} checked, ${violations.length} violations`,
    ...violations.slice(0, SHOWN_MAX).map((row) => `      ${JSON.stringify(row)}`),
    ...(violations.length > SHOWN_MAX ? [`      … and ${violations.length - SHOWN_MAX} more`] : []),
  ];
}
