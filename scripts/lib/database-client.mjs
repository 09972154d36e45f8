import { findProgram } from './packages.mjs';
import { startTool } from './processes.mjs';
import { Failure } from './terminal.mjs';

const DUMP = ['mariadb-dump', 'mysqldump'];
const CLIENT = ['mariadb', 'mysql'];

/** Hands one consistent snapshot over as a stream of SQL. */
export async function dump(url, consume) {
  const { database, args, env } = access(url);
  const child = startTool(
    find(DUMP),
    [
      ...args,
      '--single-transaction',
      '--quick',
      '--hex-blob',
      '--no-tablespaces',
      '--skip-lock-tables',
      database,
    ],
    { env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  await Promise.all([untilDone(child, 'The backup'), consume(child.stdout)]);
}

/** Feeds SQL from a stream to the database. */
export async function load(url, feed) {
  const { database, args, env } = access(url);
  const child = startTool(find(CLIENT), [...args, database], { env, stdio: ['pipe', 'ignore', 'pipe'] });
  const done = untilDone(child, 'The restore');
  // A client that gives up closes its input early; its own message says why.
  await Promise.all([done, feed(child.stdin).catch((error) => done.then(() => Promise.reject(error)))]);
}

/** Leaves the database empty. */
export async function recreate(url) {
  const { database, args, env } = access(url);
  const statements =
    `DROP DATABASE \`${database}\`; ` +
    `CREATE DATABASE \`${database}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`;
  const child = startTool(find(CLIENT), [...args, '-e', statements], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  await untilDone(child, 'Emptying the database');
}

function find(names) {
  const found = findProgram(...names);
  if (!found) {
    throw new Failure(`${names[0]} was not found. Please install the client programs of MariaDB or MySQL.`);
  }
  return found;
}

function access(databaseUrl) {
  const { hostname, port, username, password, pathname } = new URL(databaseUrl);
  return {
    database: decodeURIComponent(pathname.slice(1)),
    args: [
      // Must come first: the machine's own settings are about other databases.
      '--no-defaults',
      `--host=${hostname}`,
      `--port=${port || 3306}`,
      `--user=${decodeURIComponent(username)}`,
      '--protocol=tcp',
      '--default-character-set=utf8mb4',
    ],
    // Not among the arguments, which every user of the machine can read.
    env: { MYSQL_PWD: decodeURIComponent(password) },
  };
}

function untilDone(child, what) {
  let message = '';
  child.stderr.on('data', (chunk) => (message += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Failure(`${what} failed: ${message.trim() || `code ${code}`}`)),
    );
  });
}
