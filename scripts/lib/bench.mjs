import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './builds.mjs';
import { installDependencies } from './install.mjs';
import { at, DATA } from './paths.mjs';
import { execute } from './processes.mjs';
import { Workshop } from './test/workshop.mjs';

/** `npm run bench [-- arguments]`: measures on a database of its own; nothing else should run meanwhile. */
export async function run(args, lifetime) {
  await installDependencies();
  await build('shared', 'server', 'wechat', 'scripts');
  mkdirSync(join(DATA, 'bench'), { recursive: true });
  const workshop = new Workshop(lifetime, args);
  const database = await workshop.database();
  await execute(process.execPath, [at('scripts/dist/bench/main.js'), ...args], {
    cwd: at(),
    env: { TEST_DATABASE_URL: database.rootUrl, BENCH_DIR: join(DATA, 'bench') },
    show: true,
  });
  return 0;
}
