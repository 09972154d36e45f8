import { parseArgs } from 'node:util';
import { bench } from './bench.js';
import { benchLoyalty } from './loyalty/bench.js';
import { given } from './environment.js';
import { BENCHMARKS, type BenchmarkName } from './operations.js';
import { Program } from './process.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '1.2' },
    profile: { type: 'string' },
    accounts: { type: 'string', default: '1000000' },
  },
});

process.once('exit', () => Program.stopAll());
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => process.exit(1));
}

try {
  process.exitCode = 0;
  const place = { serverUrl: given('TEST_DATABASE_URL'), folder: given('BENCH_DIR') };
  const names = [...(Object.keys(BENCHMARKS) as BenchmarkName[]), 'loyalty' as const];
  for (const name of chosen(names, positionals)) {
    process.exitCode ||=
      name === 'loyalty'
        ? await benchLoyalty({ ...place, accounts: Number(values.accounts) })
        : await bench({
            name,
            ...place,
            operations: chosen(BENCHMARKS[name], values.only?.split(',') ?? []),
            pace: { rounds: Number(values.rounds), seconds: Number(values.seconds) },
            profile: values.profile,
          });
  }
} catch (error) {
  console.error(error);
  process.exitCode = 1;
}
// The load generator's channel would keep us here.
process.exit();

/** What was named, or everything. */
function chosen<T extends string>(all: readonly T[], named: readonly string[]): readonly T[] {
  const unknown = named.find((name) => !all.some((one) => one === name));
  if (unknown !== undefined) {
    throw new Error(`There is no ${unknown} here. There are: ${all.join(', ')}.`);
  }
  return named.length === 0 ? all : all.filter((one) => named.includes(one));
}
