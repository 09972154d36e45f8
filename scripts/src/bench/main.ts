import { parseArgs } from 'node:util';
import { benchApi } from './api.js';
import { given } from './environment.js';
import { OPERATION_NAMES } from './operations.js';
import { Program } from './process.js';

const BENCHMARKS = { api: benchApi };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '1.2' },
    profile: { type: 'string' },
  },
});

process.once('exit', () => Program.stopAll());
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => process.exit(1));
}

try {
  process.exitCode = 0;
  for (const name of chosen(Object.keys(BENCHMARKS), positionals) as (keyof typeof BENCHMARKS)[]) {
    process.exitCode ||= await BENCHMARKS[name]({
      serverUrl: given('TEST_DATABASE_URL'),
      folder: given('BENCH_DIR'),
      operations: chosen(OPERATION_NAMES, values.only?.split(',') ?? []),
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
