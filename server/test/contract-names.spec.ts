import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(__dirname, '../src');
const DECLARATION = /^(?:export )?(?:abstract )?class (\w+(?:Body|Query|View|Page|Params))\b/gm;

/** The contract calls shapes by the names of their classes, so that two of one name would be one of them at random. */
it('no two shapes of the contract have the same name', () => {
  const names = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .flatMap((file) => [...readFileSync(join(SOURCES, file), 'utf8').matchAll(DECLARATION)])
    .map(([, name]) => name);
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});
