import { SCHEMA } from './schema.js';
import type { Setting } from './settings.js';

/** The text of `.env.example`, written from the schema so that the two can't differ. */
export function exampleEnvironment(): string {
  const lines = [
    '# Written from server/src/platform/config/schema.ts by `npm run contract`. Copy to .env and fill in.',
    '',
  ];
  for (const definition of Object.values(SCHEMA) as Setting<unknown>[]) {
    const required = !('fallback' in definition);
    lines.push(`# ${definition.doc}${required ? ' (required)' : ''}${definition.secret ? ' (secret)' : ''}`);
    const shown = definition.example ?? shownFallback(definition.fallback);
    lines.push(`${required ? '' : '# '}${definition.env}=${shown}`, '');
  }
  return lines.join('\n');
}

function shownFallback(fallback: unknown): string {
  return typeof fallback === 'string' || typeof fallback === 'number' || typeof fallback === 'boolean'
    ? String(fallback)
    : '';
}
