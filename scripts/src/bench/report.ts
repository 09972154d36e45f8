import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname } from 'node:path';
import type { Figures, Pace, SideFigures } from './measure.js';
import { OPERATIONS } from './operations.js';
import { CONCURRENCY, POOL_SIZE, SIZES } from './sizes.js';

/** Megabytes that the API process may hold. */
export const MEMORY_GOAL_MB = 200;

const PEER = 'bare node:http and mysql2: prepared statements, no framework, the same answers and rows';

export interface Results {
  readonly figures: readonly Figures[];
  readonly apiMemoryMb: number;
  readonly database: string;
  readonly unpaidOrders: number;
  readonly pace: Pace;
  readonly claimsChecked: number;
}

export function printTable({ figures, apiMemoryMb }: Results): void {
  const head = [
    '',
    'floor/s',
    'ours/s',
    'ratio',
    'goal',
    'SQL',
    'SQL ours',
    'CPU ms',
    'CPU ours',
    'p99 ms',
    'p99 ours',
  ];
  const lines = figures.map(({ operation, floor, ours, ratio }) => [
    OPERATIONS[operation].title,
    String(Math.round(floor.perSecond)),
    String(Math.round(ours.perSecond)),
    percent(ratio),
    `${ratio >= OPERATIONS[operation].goal ? '✓' : '✗'} ${percent(OPERATIONS[operation].goal)}`,
    floor.statements.toFixed(1),
    ours.statements.toFixed(ours.statements < 1 ? 3 : 1),
    floor.cpuMs?.toFixed(2) ?? '–',
    ours.cpuMs?.toFixed(2) ?? '–',
    floor.p99Ms.toFixed(0),
    ours.p99Ms.toFixed(0),
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...lines].map((line) => line[column]?.length ?? 0)),
  );
  for (const line of [head, ...lines]) {
    console.log(
      line
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    );
  }
  const goal = apiMemoryMb <= MEMORY_GOAL_MB ? '✓' : '✗';
  console.log(
    `Memory of the API process at its peak: ${apiMemoryMb.toFixed(0)} MB ${goal} ${MEMORY_GOAL_MB} MB`,
  );
}

const percent = (ratio: number): string => `${Math.round(ratio * 100)} %`;

export function writeReport(file: string, results: Results): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(reportOf(results), null, 2)}\n`);
  renameSync(`${file}.new`, file);
}

function reportOf({ figures, apiMemoryMb, database, unpaidOrders, pace, claimsChecked }: Results): object {
  const [cpu] = cpus();
  return {
    name: 'api',
    at: new Date().toISOString(),
    commit: commit(),
    ...Object.fromEntries(figures.map(({ operation, ratio }) => [`${operation}Ratio`, rounded(ratio)])),
    apiMemoryMb: rounded(apiMemoryMb),
    peer: PEER,
    figures: [
      ...figures.flatMap(figureLines),
      {
        name: 'apiMemory',
        value: rounded(apiMemoryMb),
        unit: 'MB',
        goal: MEMORY_GOAL_MB,
        at: 'peak of the process',
      },
    ],
    sizes: { ...SIZES, unpaidOrders },
    settings: {
      concurrency: CONCURRENCY,
      connections: POOL_SIZE,
      environment: 'production',
      ...pace,
      statistic: 'median of the rounds; a ratio is taken within each round',
    },
    machine: {
      cpus: cpus().length,
      cpu: cpu?.model ?? 'unknown',
      memoryGb: rounded(totalmem() / 2 ** 30),
      system: `${process.platform} ${process.arch}`,
      node: process.version,
      database,
      sharing: 'load generator, server and database share these cores',
    },
    proof: { claimsChecked, violations: 0 },
  };
}

function figureLines({ operation, floor, ours, ratio }: Figures): object[] {
  const { title, goal } = OPERATIONS[operation];
  const lines = (side: 'floor' | 'ours', figures: SideFigures): object[] => [
    { name: operation, side, value: rounded(figures.perSecond), unit: 'requests/s' },
    { name: operation, side, value: rounded(figures.statements), unit: 'statements/request' },
    ...(figures.cpuMs === null
      ? []
      : [{ name: operation, side, value: rounded(figures.cpuMs), unit: 'ms of CPU/request' }]),
    { name: operation, side, value: rounded(figures.p50Ms), unit: 'ms at the 50th percentile' },
    { name: operation, side, value: rounded(figures.p99Ms), unit: 'ms at the 99th percentile' },
  ];
  return [
    { name: operation, title, value: rounded(ratio), unit: 'of the floor', goal },
    ...lines('floor', floor),
    ...lines('ours', ours),
  ];
}

const rounded = (value: number): number => Number(value.toPrecision(4));

function commit(): string {
  try {
    const git = (...args: string[]): string =>
      execFileSync('git', args, { stdio: ['ignore', 'pipe', 'ignore'] })
        .toString()
        .trim();
    return git('rev-parse', 'HEAD') + (git('status', '--porcelain') === '' ? '' : ' with changes');
  } catch {
    return 'unknown';
  }
}
