import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { confirm } from './confirm.mjs';
import { recreate } from './database-client.mjs';
import { visitDatabase } from './database.mjs';
import { claim, release } from './left-overs.mjs';
import { DATA } from './paths.mjs';
import { say } from './terminal.mjs';

/** `npm run demo:reset [-- --yes]`: the next start begins with fresh demo data. */
export async function run(args, lifetime) {
  const own = !process.env.DATABASE_URL;
  await confirm(
    own || args.includes('--yes'),
    'Everything in the database that DATABASE_URL names will be lost.',
  );
  await claim(DATA);
  lifetime.atEnd(() => release(DATA));
  await recreate(await visitDatabase(DATA, lifetime));
  for (const left of ['demo.json', 'media', 'wechat/state.json']) {
    rmSync(join(DATA, left), { recursive: true, force: true });
  }
  say.line('The demo data are gone; npm start loads them anew.');
  return 0;
}
