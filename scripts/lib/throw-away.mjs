import {
  accessSync,
  constants,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endRecorded } from './left-overs.mjs';
import { createDatabase, installMariadb, startMariadb } from './mariadb.mjs';
import { allProcesses, end, isAlive } from './processes.mjs';

const PREFIX = 'regulars-test-';
const MEMORY = '/dev/shm';
const PRODUCT_DATABASE = 'regulars';
const BYTES_NEEDED = 3 * 2 ** 30;

/** A folder for one test run, in memory where there is room; what killed runs have left behind is removed. */
export async function makeThrowAwayFolder() {
  const base = hasRoom(MEMORY) ? MEMORY : tmpdir();
  await sweep(base);
  const folder = mkdtempSync(join(base, PREFIX));
  writeFileSync(join(folder, 'owner'), String(process.pid));
  return folder;
}

/** Where a product that runs for tests keeps its files. */
export const productFolder = (folder) => join(folder, 'product');

/** A MariaDB that forgets everything: nothing is forced to disk, root has no password. */
export async function startThrowAwayDatabase(folder) {
  await installMariadb();
  const server = await startMariadb({
    dir: join(folder, 'db'),
    statements: [createDatabase(PRODUCT_DATABASE)],
    throwaway: true,
  });
  return {
    rootUrl: `mysql://root@127.0.0.1:${server.port}/`,
    productUrl: `mysql://root@127.0.0.1:${server.port}/${PRODUCT_DATABASE}`,
    pid: server.pid,
    stop: () => server.stop(),
  };
}

function hasRoom(folder) {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > BYTES_NEEDED;
  } catch {
    return false;
  }
}

async function sweep(base) {
  for (const name of readdirSync(base).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(base, name);
    if (!isAlive(ownerOf(folder))) {
      await endRecorded(productFolder(folder));
      const left = allProcesses().filter(({ command }) => command.includes(`--datadir=${folder}/`));
      await Promise.all(left.map(({ pid }) => end(pid)));
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function ownerOf(folder) {
  try {
    return Number(readFileSync(join(folder, 'owner'), 'utf8'));
  } catch {
    return Number.MAX_SAFE_INTEGER;
  }
}
