import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { at, DATA } from './paths.mjs';
import { execute } from './processes.mjs';
import { step } from './terminal.mjs';
import { treeHash } from './tree-hash.mjs';

const SETTINGS = ['tsconfig.base.json', 'pnpm-lock.yaml'];
const NEXT = 'dist.next';
const SWC_OPTIONS = [
  '--strip-leading-paths',
  '--delete-dir-on-start',
  '-q',
  '--ignore',
  '**/*.spec.ts,**/*.d.ts',
];

const swc = (folder, title) => ({
  title,
  folder,
  dist: `${folder}/dist`,
  sources: ['src', '.swcrc', 'package.json'],
  file: 'node_modules/.bin/swc',
  // Beside the old one and then in its place: a program that runs from there never finds it half done.
  out: `${folder}/${NEXT}`,
  args: ['src', '-d', NEXT, ...SWC_OPTIONS],
});

const taro = (type) => ({
  title: `mini-program (${type})`,
  folder: 'miniapp',
  dist: `miniapp/dist/${type}`,
  sources: [
    'src',
    'config',
    'static',
    'babel.config.js',
    'package.json',
    'project.config.json',
    'tsconfig.json',
  ],
  also: ['shared/src'],
  after: 'shared',
  file: 'node_modules/.bin/taro',
  args: ['build', '--type', type],
  env: { NODE_ENV: 'production', TARO_ENV: type },
  reads: ['PUBLIC_URL', 'WECHAT_APP_ID'],
});

/** Everything that is built, by name. `after` names a build whose output this one reads, `reads` its settings. */
export const BUILDS = {
  shared: swc('shared', 'shared'),
  server: swc('server', 'server'),
  wechat: swc('test/wechat', 'WeChat stand-in'),
  scripts: swc('scripts', 'scripts'),
  h5: taro('h5'),
  weapp: taro('weapp'),
  console: {
    title: 'console',
    folder: 'admin',
    dist: 'admin/dist',
    sources: ['src', 'public', 'index.html', 'vite.config.ts', 'package.json', 'tsconfig.json'],
    also: ['shared/src'],
    after: 'shared',
    file: 'node_modules/.bin/vite',
    args: ['build'],
    env: { NODE_ENV: 'production' },
  },
  browser: swc('test/browser', 'browser tests'),
  faults: swc('test/faults', 'fault tests'),
  weappTests: swc('test/weapp', 'weapp tests'),
};

const running = new Map();
const turns = limiter(Math.max(2, availableParallelism()));

/** Builds what its sources say is not there yet; each at most once per run, as many at a time as there are cores. */
export function build(...names) {
  return Promise.all(
    names.map((name) => {
      if (!running.has(name)) {
        running.set(name, buildOne(name));
      }
      return running.get(name);
    }),
  );
}

async function buildOne(name) {
  const { after } = BUILDS[name];
  if (after) {
    await build(after);
  }
  if (isCurrent(BUILDS[name])) {
    return;
  }
  await turns(() =>
    // Another run may build the same at the same time.
    withLock(at(BUILDS[name].folder, `node_modules/.building-${name}`), async () => {
      if (!isCurrent(BUILDS[name])) {
        await step(`Built: ${BUILDS[name].title}`, () => produce(name, BUILDS[name]));
      }
    }),
  );
}

async function produce(name, target) {
  const { folder, dist, out = dist, file, args, env } = target;
  const wanted = hashOf(target);
  rmSync(stampOf(target), { force: true });
  await execute(at(folder, file), args, { cwd: at(folder), env, log: join(DATA, `logs/build-${name}.log`) });
  mkdirSync(at(out), { recursive: true });
  if (out !== dist) {
    rmSync(at(dist), { recursive: true, force: true });
    renameSync(at(out), at(dist));
  }
  writeFileSync(stampOf(target), wanted);
}

const stampOf = ({ dist }) => at(dist, '.built');

const isCurrent = (target) =>
  existsSync(stampOf(target)) && readFileSync(stampOf(target), 'utf8') === hashOf(target);

const hashOf = ({ folder, sources, also = [], reads = [], args }) =>
  treeHash(
    [...sources.map((source) => at(folder, source)), ...[...also, ...SETTINGS].map((path) => at(path))],
    process.version,
    args.join(' '),
    ...reads.map((variable) => process.env[variable] ?? ''),
  );

function limiter(limit) {
  const waiting = [];
  let free = limit;
  return async (work) => {
    if (free === 0) {
      await new Promise((resolve) => waiting.push(resolve));
    } else {
      free -= 1;
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) {
        next();
      } else {
        free += 1;
      }
    }
  };
}
