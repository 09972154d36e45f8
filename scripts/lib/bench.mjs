import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './builds.mjs';
import { installDependencies } from './install.mjs';
import { at, DATA } from './paths.mjs';
import { execute } from './processes.mjs';
import { startThrowAwayDatabase } from './throw-away.mjs';

/** Benchmarks that are programs of their own; all others are measured against the floor. */
const OF_THEIR_OWN = ['audience'];

/**
 * `npm run bench [-- arguments]`: measures on a database of its own, which keeps every commit on the disk as a real
 * one does; nothing else should run meanwhile.
 */
export async function run(args, lifetime) {
  await installDependencies();
  await build('shared', 'server', 'wechat', 'scripts');
  const reports = join(DATA, 'bench');
  const folder = join(reports, 'database');
  mkdirSync(folder, { recursive: true });
  const database = await startThrowAwayDatabase(folder, { durable: true });
  lifetime.atEnd(async () => {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const [first, ...rest] = args;
  const [program, given] = OF_THEIR_OWN.includes(first)
    ? [`bench/${first}/main.js`, rest]
    : ['bench/main.js', args];
  await execute(process.execPath, [at('scripts/dist', program), ...given], {
    cwd: at(),
    env: { TEST_DATABASE_URL: database.rootUrl, BENCH_DIR: reports },
    show: true,
  });
  return 0;
}
