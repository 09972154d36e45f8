import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';
import { AppModule } from '@regulars/server/app.module';
import { Audience, AudienceCache, MemberSets, ofBrand } from '@regulars/server/modules/audience/index';
import { CreateAdmin, OpenBrand } from '@regulars/server/modules/org/index';
import { Config } from '@regulars/server/platform/config/index';
import { Database, UnitOfWork } from '@regulars/server/platform/database/index';
import { createHttpApp } from '@regulars/server/platform/http/http-app';
import { toPublicId } from '@regulars/server/platform/ids/index';
import { JobRunner } from '@regulars/server/platform/jobs/index';
import { mapSegmentKeys, type SegmentExpression } from '@regulars/shared';
import { BenchDatabase } from '../database.js';
import { given, makeEnvironment } from '../environment.js';
import { freePort } from '../process.js';
import { askDuckdb } from './duckdb.js';
import { dice, questions, type Question } from './expressions.js';
import { BRAND, SAMPLE_BRAND, generate } from './generate.js';
import { timeEach, timesOf } from './measure.js';
import { TODAY, dayOf, type AudienceSizes } from './sizes.js';

const { values } = parseArgs({
  options: {
    members: { type: 'string', default: '100000' },
    tags: { type: 'string', default: '6000' },
    'facts-per-member': { type: 'string', default: '50' },
    sample: { type: 'string', default: '200000' },
  },
});
const members = Number(values.members);
const sizes: AudienceSizes = {
  members,
  tags: Number(values.tags),
  factsPerMember: Number(values['facts-per-member']),
  sample: Math.min(members, Number(values.sample)),
};

const TERMS = [3, 5, 7] as const;
const WARM_QUESTIONS = 60;
const COLD_QUESTIONS = 20;
const SQL_QUESTIONS = 8;
const WRITING_MS = 15_000;
const PASSWORD = 'a long pass phrase for the bench';

const note = (text: string): void => void process.stderr.write(`${text}\n`);
const today = dayOf(TODAY);

const database = await BenchDatabase.create(given('TEST_DATABASE_URL'));
const connection = await createConnection({ uri: database.url, supportBigNumbers: true });
try {
  await run();
} finally {
  await connection.end();
  await database.drop();
}
process.exit();

async function run(): Promise<void> {
  const { variables } = makeEnvironment(database.url, join(given('BENCH_DIR'), 'media'));
  execFileSync(process.execPath, [fileURLToPath(import.meta.resolve('@regulars/server/migrate'))], {
    env: { PATH: process.env['PATH'], ...variables },
  });
  const generated = await generate(connection, sizes);
  const port = await freePort();
  const config = Config.from({
    ...variables,
    NODE_ENV: 'development',
    PORT_API: String(port),
    LOG_LEVEL: 'silent',
  });
  const app = await createHttpApp(AppModule.with(config), config);
  await app.listen(port, '127.0.0.1');
  try {
    const [audience, cache, pool] = [app.get(Audience), app.get(AudienceCache), app.get(Database)];
    const scope = { brandId: BRAND, programId: 1, today };
    const asked = TERMS.flatMap((terms) => questions(WARM_QUESTIONS, terms, sizes, dice(terms)));
    const ask = ({ expression }: Question) => audience.count(pool, scope, expression);

    note('in the process, cold and warm');
    const few = TERMS.flatMap((terms) => asked.filter((one) => one.terms === terms).slice(0, COLD_QUESTIONS));
    const cold = await timeEach(few, (one) => {
      cache.clear();
      return ask(one);
    });
    const warm: { terms: number; ms: number }[] = [];
    for (const one of asked) {
      await ask(one);
      for (const ms of await timeEach([one, one, one], ask)) {
        warm.push({ terms: one.terms, ms });
      }
    }
    const warmOf = (terms?: number) =>
      timesOf(warm.filter((one) => terms === undefined || one.terms === terms).map(({ ms }) => ms));

    note('over HTTP');
    const http = await overHttp(app, port, asked);

    note(`against plain SQL over ${generated.sampleRows} rows of ${sizes.sample} members`);
    const sampleScope = { ...scope, brandId: SAMPLE_BRAND };
    const compared = TERMS.flatMap((terms) => questions(SQL_QUESTIONS, terms, sizes, dice(terms)));
    const sql = await timeEach(compared, async (one) => {
      const expected = await plainly(connection, one);
      const { count } = await audience.count(pool, sampleScope, one.expression);
      if (count !== expected) {
        throw new Error(`${count} instead of ${expected}: ${JSON.stringify(one.expression)}`);
      }
    });
    const ours = await timeEach(compared, (one) => audience.count(pool, sampleScope, one.expression));
    const sqlOnly = sql.map((ms, index) => ms - (ours[index] ?? 0));
    const duckdb = await askDuckdb(connection, compared);

    note('writing');
    const bulk = await bulkChanges(app.get(MemberSets), app.get(UnitOfWork));
    const { lags, written } = await constantWriting(
      app.get(MemberSets),
      app.get(UnitOfWork),
      app.get(JobRunner),
    );

    report({
      members: sizes.members,
      tags: sizes.tags,
      facts: generated.facts,
      warmP95Ms: warmOf().p95Ms,
      httpP95Ms: timesOf(http).p95Ms,
      coldP95Ms: timesOf(cold).p95Ms,
      speedupOverSql: median(sqlOnly) / median(ours),
      speedupOverDuckdb: duckdb && median(duckdb) / median(ours),
      bytesPerFact: generated.bytes / generated.facts,
      bulkTagChangesPerSecond: bulk,
      foldLagP95Ms: timesOf(lags).p95Ms,
      warm: { all: warmOf(), ...Object.fromEntries(TERMS.map((terms) => [`${terms} terms`, warmOf(terms)])) },
      cold: timesOf(cold),
      http: timesOf(http),
      onSample: {
        members: sizes.sample,
        rows: generated.sampleRows,
        oursMs: median(ours),
        sqlMs: median(sqlOnly),
        duckdbMs: duckdb && median(duckdb),
        note: 'medians; the same questions over the facts of the same members in the same run, answers compared',
      },
      writing: { changesPerSecond: written, foldLag: timesOf(lags) },
      generatedInSeconds: generated.seconds,
      storedMb: generated.bytes / 2 ** 20,
      peakMemoryMb: process.resourceUsage().maxRSS / 1024,
    });
  } finally {
    await app.close();
  }
}

async function plainly(on: Connection, { sql }: Question): Promise<number> {
  const [rows] = await on.query<RowDataPacket[]>(sql);
  return Number(rows[0]?.['n']);
}

type App = Awaited<ReturnType<typeof createHttpApp>>;

async function overHttp(app: App, port: number, asked: readonly Question[]): Promise<number[]> {
  const unitOfWork = app.get(UnitOfWork);
  const brand = await unitOfWork.run(async (tx) => {
    const open = app.get(OpenBrand);
    const program = await open.program(tx, 'bench');
    return open.execute(tx, {
      programId: program.id,
      name: 'bench',
      slogan: 'bench',
      industry: 'bench',
      logoUrl: '/media/a.png',
      coverUrl: '/media/a.png',
      theme: { primary: '#7a4a2b' },
      persona: { name: 'a', role: 'a', avatarUrl: '/media/a.png', greeting: 'a' },
    });
  });
  if (brand.id !== BRAND) {
    throw new Error('The sets were made for another brand');
  }
  const email = 'bench@example.com';
  const { oneTimeSecret } = await unitOfWork.run((tx) =>
    app
      .get(CreateAdmin)
      .execute(tx, { email, name: 'bench', role: 'owner', password: PASSWORD, brands: [BRAND] }),
  );
  const totp = (await import(new URL('../../../lib/totp.mjs', import.meta.url).href)) as {
    oneTimeCode(secret: string): string;
  };
  const send = (path: string, body: object, cookie = '') =>
    fetch(`http://127.0.0.1:${port}/api/admin/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-regulars-console': '1', cookie },
      body: JSON.stringify(body),
    });
  const session = await send('session', { email, password: PASSWORD, otp: totp.oneTimeCode(oneTimeSecret) });
  const cookie = session.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const brandId = toPublicId('brand', BRAND);
  const outward = (expression: SegmentExpression): SegmentExpression =>
    mapSegmentKeys(expression, (kind, key) => (kind === 'tag' ? toPublicId('tag', Number(key)) : key));
  const count = async ({ expression }: Question): Promise<void> => {
    const answer = await send('segments/count', { brandId, expression: outward(expression) }, cookie);
    const body = await answer.text();
    if (answer.status !== 200) {
      throw new Error(body);
    }
  };
  const samples: number[] = [];
  for (const one of asked) {
    await count(one);
    samples.push(...(await timeEach([one, one], count)));
  }
  return samples;
}

/** Changes written in transactions of five thousand. */
async function bulkChanges(sets: MemberSets, unitOfWork: UnitOfWork): Promise<number> {
  const [size, count] = [5000, 20];
  const start = performance.now();
  for (let index = 0; index < count; index += 1) {
    const set = ofBrand(BRAND, 'tag', String(1 + index));
    const changes = Array.from({ length: size }, (_, at) => ({
      set,
      member: Math.floor((at * sizes.members) / size),
      value: 1,
    }));
    await unitOfWork.run((tx) => sets.change(tx, changes));
  }
  return (size * count) / ((performance.now() - start) / 1000);
}

/** How old the oldest change is that is not folded yet, while somebody keeps writing and the worker works. */
async function constantWriting(
  sets: MemberSets,
  unitOfWork: UnitOfWork,
  runner: JobRunner,
): Promise<{ lags: number[]; written: number }> {
  await runner.ensureRecurring();
  runner.start();
  await settled();
  const lags: number[] = [];
  let written = 0;
  const start = performance.now();
  while (performance.now() - start < WRITING_MS) {
    await unitOfWork.run((tx) =>
      sets.change(tx, [
        {
          set: ofBrand(BRAND, 'tag', String(1 + Math.floor(Math.random() * 50))),
          member: Math.floor(Math.random() * sizes.members),
          value: Math.random() < 0.5 ? 1 : null,
        },
      ]),
    );
    written += 1;
    if (written % 20 === 0) {
      lags.push(await oldest());
    }
  }
  await runner.stop();
  return { lags, written: written / (WRITING_MS / 1000) };
}

async function settled(): Promise<void> {
  while ((await oldest()) > 0) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function oldest(): Promise<number> {
  const [rows] = await connection.query<RowDataPacket[]>(
    'SELECT TIMESTAMPDIFF(MICROSECOND, MIN(at), UTC_TIMESTAMP(3)) / 1000 AS ms FROM member_set_change',
  );
  return Math.max(0, Number(rows[0]?.['ms'] ?? 0));
}

function median(samples: readonly number[]): number {
  return timesOf(samples).p50Ms;
}

function report(figures: Record<string, unknown>): void {
  const rounded = (value: unknown): unknown =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(4)) : value;
  const text = JSON.stringify(
    {
      name: 'audience',
      at: new Date().toISOString(),
      ...figures,
      machine: {
        cpus: cpus().length,
        cpu: cpus()[0]?.model,
        memoryGb: totalmem() / 2 ** 30,
        node: process.version,
      },
    },
    (_key, value: unknown) => rounded(value),
    2,
  );
  mkdirSync(given('BENCH_DIR'), { recursive: true });
  for (const name of ['audience', `audience-${sizes.members}`]) {
    const file = join(given('BENCH_DIR'), `${name}.json`);
    writeFileSync(`${file}.new`, `${text}\n`);
    renameSync(`${file}.new`, file);
  }
  console.log(text);
}
