import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { aptInstall, findProgram } from './packages.mjs';
import { anyPort } from './ports.mjs';
import { allProcesses, end, execute, isAlive, launch, tail } from './processes.mjs';
import { Failure } from './terminal.mjs';

const MISSING =
  'No MariaDB was found, and installing it needs root. Please install MariaDB 10.11 or newer ' +
  '(Debian, Ubuntu: apt-get install mariadb-server; macOS: brew install mariadb), ' +
  'or set DATABASE_URL to a MySQL or MariaDB database, and start again.';

const START_TIMEOUT_MS = 90_000;
const STOP_PATIENCE_MS = 30_000;
const LOOK_INTERVAL_MS = 300;
/** A unix socket's path may not be longer than this. */
const SOCKET_PATH_LIMIT = 100;

export async function installMariadb() {
  if (!findServer()) {
    await aptInstall(['mariadb-server'], { otherwise: MISSING });
  }
}

/**
 * A private server in `dir`, on a port of its own; the machine's other databases are never touched.
 * A server that a killed run has left behind is taken over, a half-done set-up is done again.
 *
 * Root is for this system user alone, through the socket. With `throwaway` root needs no password at all
 * and nothing is forced to disk. `statements` are run by the server itself before it lets anybody in.
 * @returns {Promise<PrivateServer>}
 */
export async function startMariadb({ dir, statements, throwaway = false }) {
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const start = (port) => startServer(dir, statements, throwaway, port);
  const left = findRunning(dir);
  if (left) {
    const port = Number(readIfAny(join(dir, 'port')));
    if (port && (await greets(port))) {
      return new PrivateServer({ port, pid: left.pid, found: true, start });
    }
    await end(left.pid, { graceMs: STOP_PATIENCE_MS });
  }
  await initialise(dir, throwaway);
  const port = await anyPort();
  return new PrivateServer({ port, pid: await start(port), found: false, start });
}

class PrivateServer {
  #start;
  #watch;

  /** @param {{ port: number, pid: number, found: boolean, start: (port: number) => Promise<number> }} what */
  constructor({ port, pid, found, start }) {
    Object.assign(this, { port, pid, found });
    this.#start = start;
  }

  /** Starts it again on its port whenever it dies: what was committed is still there. */
  keepAlive({ onEnd, onRestart, onGiveUp }) {
    const look = async () => {
      if (!isAlive(this.pid)) {
        onEnd();
        this.pid = await this.#start(this.port);
        onRestart();
      }
      if (this.#watch) {
        this.#watch = setTimeout(() => look().catch(onGiveUp), LOOK_INTERVAL_MS);
      }
    };
    this.#watch = setTimeout(() => look().catch(onGiveUp), LOOK_INTERVAL_MS);
  }

  async stop() {
    clearTimeout(this.#watch);
    this.#watch = undefined;
    await end(this.pid, { graceMs: STOP_PATIENCE_MS });
  }
}

export const databaseUrl = ({ user, password, database }, port) =>
  `mysql://${user}:${password}@127.0.0.1:${port}/${database}`;

async function initialise(dir, throwaway) {
  const data = join(dir, 'data');
  if (existsSync(data)) {
    return;
  }
  const half = join(dir, 'data.new');
  rmSync(half, { recursive: true, force: true });
  const user = userInfo().username;
  await execute(findProgram('mariadb-install-db'), [
    '--no-defaults',
    `--datadir=${half}`,
    '--skip-test-db',
    ...(throwaway
      ? ['--auth-root-authentication-method=normal']
      : ['--auth-root-authentication-method=socket', `--auth-root-socket-user=${user}`]),
    ...(process.getuid?.() === 0 ? [`--user=${user}`] : []),
  ]);
  renameSync(half, data);
}

async function startServer(dir, statements, throwaway, port) {
  const log = join(dir, 'error.log');
  rmSync(log, { force: true });
  const initFile = join(dir, `init-${randomBytes(4).toString('hex')}.sql`);
  writeFileSync(initFile, statements.map((statement) => `${statement};\n`).join(''), { mode: 0o600 });
  const child = launch(findServer(), [
    '--no-defaults',
    `--datadir=${join(dir, 'data')}`,
    `--socket=${socketPath(dir)}`,
    `--pid-file=${join(dir, 'mariadbd.pid')}`,
    `--log-error=${log}`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    '--skip-log-bin',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_ci',
    '--default-time-zone=+00:00',
    '--max-connections=400',
    '--max-allowed-packet=64M',
    '--innodb-buffer-pool-size=256M',
    '--innodb-log-file-size=64M',
    ...(throwaway ? ['--innodb-flush-log-at-trx-commit=0', '--innodb-doublewrite=0'] : []),
    `--init-file=${initFile}`,
    ...(process.getuid?.() === 0 ? [`--user=${userInfo().username}`] : []),
  ]);
  await untilReady(child, port, log);
  rmSync(initFile);
  writeFileSync(join(dir, 'port'), String(port));
  return child.pid;
}

async function untilReady(child, port, log) {
  for (const until = Date.now() + START_TIMEOUT_MS; Date.now() < until; await sleep(50)) {
    if (child.exitCode !== null || child.signalCode !== null || !isAlive(child.pid)) {
      throw new Failure(`The database did not start. Its log ends with:\n${tail(readIfAny(log) ?? '')}`);
    }
    if (await greets(port)) {
      return;
    }
  }
  await end(child.pid);
  throw new Failure(`The database did not answer in time. Its log ends with:\n${tail(readIfAny(log) ?? '')}`);
}

export const createDatabase = (name) =>
  `CREATE DATABASE IF NOT EXISTS \`${name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`;

/** One database with one user, who may also make a consistent backup of it. */
export const createAccount = ({ user, password, database }) => [
  createDatabase(database),
  `CREATE USER IF NOT EXISTS '${user}'@'127.0.0.1' IDENTIFIED BY '${password}'`,
  `ALTER USER '${user}'@'127.0.0.1' IDENTIFIED BY '${password}'`,
  `GRANT ALL ON \`${database}\`.* TO '${user}'@'127.0.0.1'`,
  `GRANT RELOAD, PROCESS ON *.* TO '${user}'@'127.0.0.1'`,
];

function findServer() {
  return findProgram('mariadbd');
}

function findRunning(dir) {
  const mark = `--datadir=${join(dir, 'data')}`;
  return allProcesses().find(
    ({ command }) => command.includes('mariadbd') && command.split(' ').includes(mark),
  );
}

function socketPath(dir) {
  const inside = join(dir, 's.sock');
  return inside.length <= SOCKET_PATH_LIMIT
    ? inside
    : join(tmpdir(), `regulars-${randomBytes(6).toString('hex')}.sock`);
}

/** A server that is ready greets whoever connects with its protocol version. */
function greets(port) {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const answer = (ready) => {
      socket.destroy();
      resolve(ready);
    };
    socket.setTimeout(2_000, () => answer(false));
    socket.once('error', () => answer(false));
    socket.once('close', () => answer(false));
    socket.once('data', (packet) => answer(packet[4] === 10));
  });
}

function readIfAny(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
