import { build } from './builds.mjs';
import { visitDatabase } from './database.mjs';
import { installDependencies } from './install.mjs';
import { at, DATA } from './paths.mjs';
import { execute } from './processes.mjs';

/** `npm run proof`: checks the rules that never break on the database of this copy, running or not. */
export async function run(args, lifetime) {
  await installDependencies();
  await build('shared', 'server', 'scripts');
  const { code } = await execute(process.execPath, [at('scripts/dist/proof/main.js'), ...args], {
    cwd: at(),
    env: { DATABASE_URL: await visitDatabase(DATA, lifetime) },
    show: true,
    allowFailure: true,
  });
  return code;
}
