import { createReadStream, existsSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { confirm } from './confirm.mjs';
import { load, recreate } from './database-client.mjs';
import { visitDatabase } from './database.mjs';
import { claim, release } from './left-overs.mjs';
import { DATA } from './paths.mjs';
import { Failure, say } from './terminal.mjs';

/** `npm run restore -- FILE [--yes]`: puts a backup in place of everything that is in the database now. */
export async function run(args, lifetime) {
  const file = args.find((arg) => !arg.startsWith('-'));
  if (!file || !existsSync(file)) {
    throw new Failure(file ? `There is no file ${file}.` : 'Usage: npm run restore -- FILE [--yes]');
  }
  await confirm(args.includes('--yes'), `Everything in the database now will be replaced by ${file}.`);
  await claim(DATA);
  lifetime.atEnd(() => release(DATA));
  const url = await visitDatabase(DATA, lifetime);
  // Empty first, so that nothing newer than the backup stays behind.
  await recreate(url);
  await load(url, (input) => pipeline(createReadStream(file), createGunzip(), input));
  say.line(`Restored from ${file}.`);
  return 0;
}
