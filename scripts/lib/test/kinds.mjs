import { existsSync, readdirSync } from 'node:fs';
import { build } from '../builds.mjs';
import { at } from '../paths.mjs';
import { checkBuilds } from './build-sizes.mjs';
import { checkContract } from './contract.mjs';
import { sum } from './outcome.mjs';
import { check, jest, nodeTest } from './tools.mjs';

const tool = (name) => at('node_modules/.bin', name);

/** Everything with a tsconfig of its own. */
function packages() {
  const folders = [
    'shared',
    'server',
    'miniapp',
    'admin',
    'scripts',
    ...readdirSync(at('test')).map((name) => `test/${name}`),
  ];
  return folders.filter((folder) => existsSync(at(folder, 'tsconfig.json')));
}

/**
 * The kinds of tests, each runnable alone. `alone` means: measures time or kills processes, so nothing runs beside it.
 * @type {Record<string, { alone?: boolean, run: (workshop: import('./workshop.mjs').Workshop) => Promise<object> }>}
 */
export const KINDS = {
  types: {
    run: (workshop) =>
      each(packages(), (folder) => check(`types of ${folder}`, tool('tsc'), ['-p', folder], workshop)),
  },
  server: {
    run: async (workshop) => {
      const database = await workshop.database();
      return jest('server', 'server', { ...workshop, env: { TEST_DATABASE_URL: database.rootUrl } });
    },
  },
  builds: { run: checkBuilds },
  lint: {
    run: (workshop) =>
      each(
        [
          ['eslint', ['--max-warnings', '0', '.']],
          ['prettier', ['--check', '--log-level', 'warn', '.']],
        ],
        ([name, args]) => check(name, tool(name), args, workshop),
      ),
  },
  imports: {
    run: (workshop) =>
      each(
        [
          ['server', 'shared', 'scripts', 'test'],
          ['miniapp', 'shared'],
          ['admin', 'shared'],
        ],
        (folders) =>
          check(
            `imports of ${folders[0]}`,
            tool('depcruise'),
            folders.map((folder) => sources(folder)).flat(),
            {
              ...workshop,
              env: { CRUISE_TSCONFIG: `${folders[0]}/tsconfig.json` },
            },
          ),
      ),
  },
  shared: { run: (workshop) => jest('shared', 'shared', workshop) },
  wechat: { run: (workshop) => jest('wechat', 'test/wechat', workshop) },
  miniapp: {
    run: async (workshop) => {
      await build('shared');
      return jest('miniapp', 'miniapp', workshop);
    },
  },
  admin: { run: (workshop) => jest('admin', 'admin', workshop) },
  scripts: {
    run: async (workshop) => {
      const database = await workshop.database();
      await build('shared', 'server', 'scripts');
      return nodeTest('scripts', 'scripts/test', {
        ...workshop,
        env: { TEST_DATABASE_URL: database.rootUrl },
      });
    },
  },
  contract: { run: checkContract },
  weapp: {
    run: async (workshop) => {
      await build('weapp', 'weappTests');
      return nodeTest('weapp', 'test/weapp/dist', workshop);
    },
  },
  browser: {
    alone: true,
    run: async (workshop) => {
      const [chromium, env] = [await workshop.chromium(), await workshop.product()];
      await build('browser');
      return nodeTest('browser', 'test/browser/dist', { ...workshop, env: { ...env, CHROMIUM: chromium } });
    },
  },
  faults: {
    alone: true,
    run: async (workshop) => {
      const [database, env] = [await workshop.database(), await workshop.product()];
      await build('faults');
      return nodeTest('faults', 'test/faults/dist', {
        ...workshop,
        env: { ...env, TEST_DATABASE_URL: database.rootUrl },
      });
    },
  },
};

const sources = (folder) =>
  folder === 'test'
    ? readdirSync(at('test'))
        .map((name) => `test/${name}`)
        .filter(hasSources)
        .map((name) => `${name}/src`)
    : [`${folder}/src`];

const hasSources = (folder) => existsSync(at(folder, 'src'));

/** One after the other: a kind uses one core, and two kinds run side by side. */
async function each(items, work) {
  const outcomes = [];
  for (const item of items) {
    outcomes.push(await work(item));
  }
  return sum(outcomes);
}
