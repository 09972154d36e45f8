import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './builds.mjs';
import { at } from './paths.mjs';
import { execute } from './processes.mjs';

/** What is generated from the code and committed. */
export const GENERATED = [
  { name: 'openapi.json', path: 'shared/openapi.json' },
  { name: 'schema.d.ts', path: 'shared/src/api/schema.d.ts' },
  { name: '.env.example', path: '.env.example' },
];

/** Writes the API document, the types of the client and the list of settings into `folder`. */
export async function writeContract(folder) {
  await build('shared', 'server');
  const [document, types, example] = GENERATED.map(({ name }) => join(folder, name));
  await execute(process.execPath, [at('server/dist/openapi.js'), document, example], { cwd: at() });
  const { output } = await execute(at('node_modules/.bin/openapi-typescript'), [document], { cwd: at() });
  writeFileSync(types, output.slice(output.indexOf('/**')));
}
