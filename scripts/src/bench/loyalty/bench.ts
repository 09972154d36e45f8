import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { BenchDatabase } from '../database.js';
import { makeEnvironment } from '../environment.js';
import { circumstances, writeJson } from '../report.js';
import { bareExpiry, bareMaturing, bareProof } from './bare.js';
import { TRANSFERS_PER_MEMBER, seed } from './seed.js';
import { WORKS, type Work } from './work.js';

const BARE: Readonly<Record<Work, (connection: Connection) => Promise<unknown>>> = {
  maturing: bareMaturing,
  expiry: bareExpiry,
  proof: bareProof,
};

/** When a work is killed for the first time: in the middle of it, at any size that matters. */
const KILLED_AFTER_MS = 5_000;
const BUFFER_POOL = 2 * 2 ** 30;

type Variables = Readonly<Record<string, string>>;

interface Run {
  readonly seconds: number;
  readonly peakMemoryMb: number;
  /** Whether it really was under way when it was killed. */
  readonly killed: boolean;
}

export interface LoyaltyOptions {
  readonly serverUrl: string;
  readonly folder: string;
  readonly accounts: number;
}

/**
 * Lets so many members' points mature, lapse and be proved, each work killed once on the way and begun again, beside
 * the same work in bare SQL on the same tables. Answers the exit code.
 */
export async function benchLoyalty({ serverUrl, folder, accounts }: LoyaltyOptions): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const database = await BenchDatabase.create(serverUrl);
  const connection = await createConnection({ uri: database.url, timezone: 'Z' });
  try {
    await connection.query(`SET GLOBAL innodb_buffer_pool_size = ${BUFFER_POOL}`);
    const { variables } = makeEnvironment(database.url, join(folder, 'media'));
    execFileSync(process.execPath, [inServer('migrate')], { env: variables });
    const entries = accounts * TRANSFERS_PER_MEMBER * 2;
    note(`Loading ${accounts} accounts with ${entries} entries`);
    await seed(connection, accounts, note);

    const ours = {} as Record<Work, Run>;
    const bare = {} as Record<Work, number>;
    for (const work of WORKS) {
      note(`${work}: the server's`);
      ours[work] = await runKilledOnce(work, variables);
      note(`${work}: bare SQL`);
      bare[work] = await secondsOf(() => BARE[work](connection));
      note(`${work}: ${ours[work].seconds.toFixed(1)} s, bare ${bare[work].toFixed(1)} s`);
    }
    const violations =
      (await violationsOf(connection)) + (await bareProof(connection)) + (await unfinished(connection));
    const peakMemoryMb = Math.max(...WORKS.map((work) => ours[work].peakMemoryMb));
    writeJson(join(folder, 'loyalty.json'), {
      name: 'loyalty',
      ...circumstances(await database.describe()),
      accounts,
      entries,
      ...Object.fromEntries(WORKS.map((work) => [`${work}Seconds`, rounded(ours[work].seconds)])),
      ...Object.fromEntries(WORKS.map((work) => [`${work}BareSeconds`, rounded(bare[work])])),
      ...Object.fromEntries(WORKS.map((work) => [`${work}Ratio`, rounded(ours[work].seconds / bare[work])])),
      peakMemoryMb: rounded(peakMemoryMb),
      killed: WORKS.filter((work) => ours[work].killed),
      violations,
      peer: 'the same work as set-based SQL statements over ranges of accounts, on the same tables, by one client',
      ratio: 'seconds of ours to seconds of the peer; ours was killed once on the way and begun again',
    });
    note(
      `Written: ${join(folder, 'loyalty.json')}; at most ${peakMemoryMb.toFixed(0)} MB, ${violations} violations`,
    );
    return violations === 0 ? 0 : 1;
  } finally {
    await connection.end();
    await database.drop();
  }
}

/** What is lost by being killed counts. */
async function runKilledOnce(work: Work, variables: Variables): Promise<Run> {
  const first = await run(work, variables, KILLED_AFTER_MS);
  if (first.answer !== undefined) {
    return { seconds: first.seconds, peakMemoryMb: first.answer.peakMemoryMb, killed: false };
  }
  const second = await run(work, variables);
  if (second.answer === undefined) {
    throw new Error(`${work} failed`);
  }
  return {
    seconds: first.seconds + second.seconds,
    peakMemoryMb: second.answer.peakMemoryMb,
    killed: true,
  };
}

async function run(
  work: Work,
  variables: Variables,
  killAfterMs?: number,
): Promise<{ seconds: number; answer: { peakMemoryMb: number } | undefined }> {
  const started = performance.now();
  const child = spawn(process.execPath, [inServer('books'), work], {
    // Its credentials are the stand-in's, which production refuses; nothing is ever asked of WeChat here.
    env: { PATH: process.env.PATH, ...variables, NODE_ENV: 'development' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const kill = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearTimeout(kill);
  const seconds = (performance.now() - started) / 1000;
  return { seconds, answer: code === 0 ? (JSON.parse(output) as { peakMemoryMb: number }) : undefined };
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** What the proof of the night itself found. */
async function violationsOf(connection: Connection): Promise<number> {
  const [[row]] = await connection.query<RowDataPacket[]>(
    'SELECT COALESCE(SUM(violations), 0) + SUM(finished_at IS NULL) AS n FROM ledger_proof',
  );
  return Number(row?.['n']);
}

/** Whatever was due and is not done. */
async function unfinished(connection: Connection): Promise<number> {
  const [[row]] = await connection.query<RowDataPacket[]>(
    `SELECT (SELECT COUNT(*) FROM ledger_hold WHERE due_at <= UTC_TIMESTAMP(3)) +
            (SELECT COUNT(*) FROM ledger_lot WHERE due_at <= UTC_TIMESTAMP(3)) AS n`,
  );
  return Number(row?.['n']);
}

const inServer = (entry: string): string => fileURLToPath(import.meta.resolve(`@regulars/server/${entry}`));
const rounded = (value: number): number => Number(value.toPrecision(4));
const note = (text: string): void => void process.stderr.write(`${text}\n`);
