import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { packagesInstalled } from './installed.mjs';
import { withLock } from './lock.mjs';
import { at, DATA, ROOT } from './paths.mjs';
import { execute } from './processes.mjs';
import { step } from './terminal.mjs';
import { treeHash } from './tree-hash.mjs';
import { join } from 'node:path';

// A release that runs on Node 20 and keeps to one lockfile; newer majors need a newer Node.
const PNPM = 'pnpm@12.21.0';
const STAMP = at('node_modules/.installed');

/** Brings the dependencies of all packages, unless they are already there, whole, and what the lockfile says. */
export async function installDependencies() {
  if (isCurrent()) {
    return;
  }
  await withLock(at('.data/installing'), async () => {
    if (!isCurrent()) {
      await step('Dependencies installed', install);
    }
  });
}

async function install() {
  const wanted = wantedHash();
  rmSync(STAMP, { force: true });
  await execute('npx', ['-y', PNPM, 'install', '--frozen-lockfile', '--prefer-offline'], {
    cwd: ROOT,
    // Without a terminal to ask in, a half-done node_modules is replaced rather than asked about.
    env: { CI: 'true' },
    log: join(DATA, 'logs/install.log'),
  });
  writeFileSync(STAMP, stamp(wanted, packagesInstalled(ROOT, folders())));
}

function isCurrent() {
  const packages = packagesInstalled(ROOT, folders());
  return (
    packages !== undefined &&
    existsSync(STAMP) &&
    readFileSync(STAMP, 'utf8') === stamp(wantedHash(), packages)
  );
}

const stamp = (hash, packages) => `${hash} ${packages}`;

const wantedHash = () => treeHash(manifests(), process.version, process.platform, process.arch);

function manifests() {
  return [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    ...folders().map((folder) => `${folder}/package.json`),
  ].map((name) => at(name));
}

function folders() {
  const tests = readdirSync(at('test')).map((name) => `test/${name}`);
  return ['.', 'shared', 'server', 'miniapp', 'admin', 'scripts', ...tests].filter((folder) =>
    existsSync(at(folder, 'package.json')),
  );
}
