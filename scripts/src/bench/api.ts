import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection } from 'mysql2/promise';
import { beginSnapshot, prove } from '../proof/prove.js';
import { RULES } from '../proof/rules/index.js';
import { differences } from './compare.js';
import { load } from './data/load.js';
import { BenchDatabase } from './database.js';
import { makeEnvironment } from './environment.js';
import { LoadGenerator } from './load-generator.js';
import { Measurement, countedRequests, type Contestant, type Figures, type Pace } from './measure.js';
import { OPERATIONS, OPERATION_NAMES, type OperationName } from './operations.js';
import { Program, freePort } from './process.js';
import { printTable, writeReport } from './report.js';
import { SIZES } from './sizes.js';

export interface BenchOptions {
  readonly serverUrl: string;
  /** Where the report and the logs go. */
  readonly folder: string;
  readonly operations: readonly OperationName[];
  readonly pace: Pace;
  /** Folder for a processor profile of the API process. */
  readonly profile?: string;
}

const inServer = (entry: string): string => fileURLToPath(import.meta.resolve(`@regulars/server/${entry}`));
const inBench = (entry: string): string => fileURLToPath(new URL(entry, import.meta.url));

/** Measures the hot paths of the API against the floor. Answers the exit code. */
export async function benchApi({
  serverUrl,
  folder,
  operations,
  pace,
  profile,
}: BenchOptions): Promise<number> {
  mkdirSync(folder, { recursive: true });
  const database = await BenchDatabase.create(serverUrl);
  try {
    const { credentials, variables } = makeEnvironment(database.url, join(folder, 'media'));
    const unpaidOrders = countedRequests(pace);
    note(
      `Loading ${SIZES.products} products, ${SIZES.skus} SKUs, ${SIZES.members} members, ${unpaidOrders} unpaid orders`,
    );
    execFileSync(process.execPath, [inServer('migrate')], { env: variables });
    await load({ databaseUrl: database.url, payment: credentials, unpaidOrders });

    const start = async (name: string, entry: string, flags: string[] = []): Promise<Contestant> => {
      const port = await freePort();
      const env = { ...variables, PORT_API: String(port) };
      const program = Program.start(entry, { env, flags, log: join(folder, `${name}.log`) });
      await program.listening(port);
      return { program, port };
    };
    const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
    const contestants = {
      floor: await start('floor', inBench('floor/main.js')),
      ours: await start('api', inServer('main'), profiling),
    };
    const generator = new LoadGenerator(
      Program.start(inBench('load/main.js'), {
        env: { ...variables, BENCH_PAY_PRIVATE_KEY: credentials.payPrivateKey },
        log: join(folder, 'load.log'),
        ipc: true,
      }),
    );
    const measurement = new Measurement(contestants, generator, database, pace);
    const different = await differences(contestants, generator, measurement);
    if (different.length > 0) {
      throw new Error(`Floor and API answer differently:\n${different.join('\n')}`);
    }

    const figures: Figures[] = [];
    for (const operation of operations) {
      note(OPERATIONS[operation].title);
      figures.push(await measurement.run(operation));
    }
    const apiMemoryMb = contestants.ours.program.peakMemoryMb();
    await contestants.ours.program.stop();

    const { claimsChecked, violations } = await proof(database.url);
    const results = {
      figures,
      apiMemoryMb,
      database: await database.describe(),
      unpaidOrders,
      pace,
      claimsChecked,
    };
    printTable(results);
    const problems = [
      ...figures
        .filter(({ failed }) => failed > 0)
        .map(({ operation, failed, failure }) => `${operation}: ${failed} failed, such as ${failure}`),
      ...violations,
    ];
    if (problems.length > 0) {
      console.error(problems.join('\n'));
      return 1;
    }
    if (operations.length === OPERATION_NAMES.length) {
      const file = join(folder, 'api.json');
      writeReport(file, results);
      note(`Written: ${file}`);
    }
    return 0;
  } finally {
    Program.stopAll();
    await database.drop();
  }
}

/** Both servers wrote sound books, so both did the whole work. */
async function proof(url: string): Promise<{ claimsChecked: number; violations: string[] }> {
  const connection = await createConnection({ uri: url, supportBigNumbers: true, timezone: 'Z' });
  try {
    await beginSnapshot(connection);
    let claimsChecked = 0;
    const violations: string[] = [];
    for await (const { check, violations: found } of prove(connection, RULES)) {
      claimsChecked += 1;
      if (found.length > 0) {
        violations.push(`${found.length} violations of: ${check.claim}, such as ${JSON.stringify(found[0])}`);
      }
    }
    return { claimsChecked, violations };
  } finally {
    await connection.end();
  }
}

const note = (text: string): void => void process.stderr.write(`${text}\n`);
