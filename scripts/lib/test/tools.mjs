import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { at } from '../paths.mjs';
import { execute } from '../processes.mjs';
import { filesUnder } from '../tree-hash.mjs';
import { fromJest, fromTap, single } from './outcome.mjs';

/** One program whose exit code is the verdict. */
export async function check(label, file, args, { logs, env, cwd = at() }) {
  const log = join(logs, `${label.replaceAll(/[^\w-]+/g, '-')}.log`);
  const { code, output } = await execute(file, args, { cwd, env, log, allowFailure: true });
  return single(code === 0, `${label}:\n${output.trimEnd().split('\n').slice(-60).join('\n')}`);
}

export async function jest(name, folder, { logs, env, extra = [] }) {
  const report = join(logs, `${name}.json`);
  rmSync(report, { force: true });
  const { code, output } = await execute(
    at(folder, 'node_modules/.bin/jest'),
    ['--ci', '--json', `--outputFile=${report}`, ...extra],
    { cwd: at(folder), env, log: join(logs, `${name}.log`), allowFailure: true },
  );
  return fromJest(report, code, output);
}

/** Runs the node:test files of a folder. */
export async function nodeTest(name, folder, { logs, env, extra = [] }) {
  const files = filesUnder(at(folder)).filter((file) => /\.test\.m?js$/.test(file));
  if (files.length === 0) {
    return single(false, `${folder} holds no tests`);
  }
  const { code, output } = await execute(
    process.execPath,
    ['--enable-source-maps', '--test', '--test-concurrency=1', '--test-reporter=tap', ...extra, ...files],
    { cwd: at(), env, log: join(logs, `${name}.tap`), allowFailure: true },
  );
  return fromTap(output, code);
}
