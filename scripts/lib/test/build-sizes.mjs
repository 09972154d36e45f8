import { readFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';
import { build } from '../builds.mjs';
import { at } from '../paths.mjs';
import { filesUnder } from '../tree-hash.mjs';
import { single, sum } from './outcome.mjs';

const MAIN_PACKAGE_MAX = 1024 * 1024;
/** WeChat's own limit. */
const SUBPACKAGE_MAX = 2 * 1024 * 1024;

/** All clients build, and every package of the mini-program keeps to its budget. */
export async function checkBuilds() {
  const builds = await Promise.all(['weapp', 'h5', 'console'].map(verdict));
  return sum([...builds, ...(builds[0].passed === 1 ? packageSizes('miniapp/dist/weapp') : [])]);
}

async function verdict(name) {
  try {
    await build(name);
    return single(true);
  } catch (error) {
    return single(false, `build of ${name}: ${error.message}`);
  }
}

function packageSizes(folder) {
  const root = at(folder);
  const app = JSON.parse(readFileSync(`${root}/app.json`, 'utf8'));
  const roots = (app.subPackages ?? app.subpackages ?? []).map((one) => one.root.replace(/\/*$/, '/'));
  const sizes = new Map([['main package', 0], ...roots.map((name) => [name, 0])]);
  for (const file of filesUnder(root).filter((path) => !path.endsWith('/.built'))) {
    const owner = roots.find((name) => relative(root, file).startsWith(name)) ?? 'main package';
    sizes.set(owner, sizes.get(owner) + statSync(file).size);
  }
  return [...sizes].map(([name, bytes]) => {
    const limit = name === 'main package' ? MAIN_PACKAGE_MAX : SUBPACKAGE_MAX;
    return single(bytes <= limit, `weapp ${name} has ${kilobytes(bytes)}, allowed are ${kilobytes(limit)}`);
  });
}

const kilobytes = (bytes) => `${Math.ceil(bytes / 1024)} KB`;
