import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import { DATA } from './paths.mjs';
import { execute } from './processes.mjs';
import { Failure, step } from './terminal.mjs';

const PLACES = [
  ...(process.env.PATH ?? '').split(':'),
  '/usr/sbin',
  '/usr/local/sbin',
  '/opt/homebrew/bin',
  '/opt/homebrew/opt/mariadb/bin',
  '/usr/local/opt/mariadb/bin',
];

/** The full path of the first of these programs that this machine has. */
export function findProgram(...names) {
  return names
    .flatMap((name) => PLACES.map((place) => join(place, name)))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

// apt takes one lock for the whole machine: our own calls wait for one another.
let queue = Promise.resolve();

/** Installs Debian packages where that is permitted; `otherwise` is the sentence that says what to do by hand. */
export function aptInstall(packages, { otherwise }) {
  const turn = queue.then(() => aptInstallNow(packages, otherwise));
  queue = turn.catch(() => undefined);
  return turn;
}

async function aptInstallNow(packages, otherwise) {
  const prefix = findProgram('apt-get') ? await rootPrefix() : undefined;
  if (!prefix) {
    throw new Failure(otherwise);
  }
  const apt = async (...args) => {
    const [file, ...rest] = [...prefix, 'apt-get', '-q', '-y', '-o', 'DPkg::Lock::Timeout=300', ...args];
    await execute(file, rest, {
      env: { DEBIAN_FRONTEND: 'noninteractive' },
      log: join(DATA, `logs/apt-${packages[0]}.log`),
    });
  };
  await step(`${packages.join(', ')} installed from the system's packages`, async () => {
    await apt('update');
    await apt('install', '--no-install-recommends', ...packages);
  });
}

/** What to put before a command so that it runs as root, or undefined when that is not permitted. */
async function rootPrefix() {
  if (process.getuid?.() === 0) {
    return [];
  }
  if (!findProgram('sudo')) {
    return undefined;
  }
  const { code } = await execute('sudo', ['-n', 'true'], { allowFailure: true });
  return code === 0 ? ['sudo', '-n'] : undefined;
}
