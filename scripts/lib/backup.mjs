import { createWriteStream, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { dump } from './database-client.mjs';
import { visitDatabase } from './database.mjs';
import { DATA } from './paths.mjs';
import { say } from './terminal.mjs';

/** `npm run backup`: one consistent snapshot, taken while the product may go on running. */
export async function run(_args, lifetime) {
  const folder = join(DATA, 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, `regulars-${new Date().toISOString().replace(/[:.]/g, '-')}.sql.gz`);
  const url = await visitDatabase(DATA, lifetime);
  await dump(url, (sql) => pipeline(sql, createGzip(), createWriteStream(`${file}.part`, { mode: 0o600 })));
  renameSync(`${file}.part`, file);
  say.line(`Backup written: ${file} (${(statSync(file).size / 2 ** 20).toFixed(1)} MB)`);
  say.note(`Keep ${join(DATA, 'secrets.json')} with it: without its keys personal data can't be read.`);
  return 0;
}
