import { join } from 'node:path';
import { createAccount, databaseUrl, installMariadb, startMariadb } from './mariadb.mjs';
import { Secrets, makeDatabaseAccount } from './secrets.mjs';

const nothing = () => Promise.resolve();

/**
 * The database of a copy: the one DATABASE_URL names, else a private one inside the data folder.
 * `stop` ends a private one, `leave` only when this call has started it.
 */
export async function openDatabase(dataDir) {
  if (process.env.DATABASE_URL) {
    return { url: process.env.DATABASE_URL, pid: null, keepAlive: nothing, stop: nothing, leave: nothing };
  }
  await installMariadb();
  const account = await new Secrets(join(dataDir, 'secrets.json')).group('database', makeDatabaseAccount);
  const server = await startMariadb({ dir: join(dataDir, 'db'), statements: createAccount(account) });
  return {
    url: databaseUrl(account, server.port),
    get pid() {
      return server.pid;
    },
    keepAlive: (events) => server.keepAlive(events),
    stop: () => server.stop(),
    leave: () => (server.found ? nothing() : server.stop()),
  };
}

/** The address of this copy's database, which may or may not be running right now; left at the end as it was found. */
export async function visitDatabase(dataDir, lifetime) {
  const database = await openDatabase(dataDir);
  lifetime.atEnd(() => database.leave());
  return database.url;
}
