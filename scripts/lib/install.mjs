import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { withLock } from './lock.mjs';
import { at, DATA, ROOT } from './paths.mjs';
import { execute } from './processes.mjs';
import { step } from './terminal.mjs';
import { treeHash } from './tree-hash.mjs';
import { join } from 'node:path';

// A release that runs on Node 20 and keeps to one lockfile; newer majors need a newer Node.
const PNPM = 'pnpm@12.21.0';
const STAMP = at('node_modules/.installed');

/** Brings the dependencies of all packages, unless they are already what the lockfile says. */
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
  writeFileSync(STAMP, wanted);
}

const isCurrent = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wantedHash();

const wantedHash = () => treeHash(manifests(), process.version, process.platform, process.arch);

function manifests() {
  const folders = ['.', 'shared', 'server', 'miniapp', 'admin', 'scripts', ...testPackages()];
  return ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...folders.map((folder) => `${folder}/package.json`)].map(
    (name) => at(name),
  );
}

function testPackages() {
  return readdirSync(at('test')).map((name) => `test/${name}`);
}
