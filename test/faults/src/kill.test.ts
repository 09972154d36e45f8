import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { Customer, seeded, type RunFile } from './walk.js';

const LOAD_MS = 60_000;
const KILL_EVERY_MS = 4_000;
const CUSTOMERS = 8;
/** WeChat is asked about a silent payment after 15, 45, 105 … seconds; refunds after 20. */
const SETTLED_WITHIN_MS = 240_000;
const LOOK_EVERY_MS = 2_000;
const SEED = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000);

interface Seen {
  readonly outTradeNo: string;
  readonly tradeState: string;
}

interface OrderRow extends RowDataPacket {
  readonly out_trade_no: string;
  readonly status: string;
  readonly payment: string | null;
}

test('nothing is lost and nothing doubled when API and worker are killed at any moment', async (t) => {
  const run = () => JSON.parse(readFileSync(required('RUN_FILE'), 'utf8')) as RunFile;
  const random = seeded(SEED);
  t.diagnostic(`seed ${SEED}`);

  const placed = new Set<string>();
  let over = false;
  const customers = Array.from({ length: CUSTOMERS }, (_, index) =>
    new Customer(run(), seeded(SEED + index + 1), placed).live(() => over),
  );
  const kills = await killAtRandom(run, random);
  over = true;
  await Promise.all(customers);
  t.diagnostic(`${placed.size} orders placed, ${kills} processes killed`);
  assert.ok(kills >= 10, 'the load was disturbed');
  assert.ok(placed.size >= 20, 'there was a load');

  const unsettled = await untilSettled(run().wechat, placed);
  assert.deepEqual(unsettled, [], 'what WeChat was paid is paid here, or on its way back');
  assert.equal(await proof(), 0, 'no rule is broken');
});

async function killAtRandom(run: () => RunFile, random: () => number): Promise<number> {
  const end = Date.now() + LOAD_MS;
  let kills = 0;
  while (Date.now() < end) {
    await sleep(random() * 2 * KILL_EVERY_MS);
    for (const name of random() < 0.3 ? ['api', 'worker'] : [random() < 0.6 ? 'api' : 'worker']) {
      const pid = run().pids[name];
      if (pid !== undefined) {
        kills += kill(pid);
      }
    }
  }
  return kills;
}

function kill(pid: number): number {
  try {
    process.kill(pid, 'SIGKILL');
    return 1;
  } catch {
    // It is being started again.
    return 0;
  }
}

/** Looks until every order agrees with WeChat. Returns those that never did. */
async function untilSettled(wechat: string, placed: ReadonlySet<string>): Promise<string[]> {
  const database = await createConnection(required('DATABASE_URL'));
  const deadline = Date.now() + SETTLED_WITHIN_MS;
  try {
    for (;;) {
      const unsettled = await disagreements(database, wechat, placed);
      if (unsettled.length === 0 || Date.now() > deadline) {
        return unsettled;
      }
      await sleep(LOOK_EVERY_MS);
    }
  } finally {
    await database.end();
  }
}

async function disagreements(
  database: Awaited<ReturnType<typeof createConnection>>,
  wechat: string,
  placed: ReadonlySet<string>,
): Promise<string[]> {
  const { payments } = (await (await fetch(`${wechat}/control/orders`)).json()) as { payments: Seen[] };
  const [orders] = await database.query<OrderRow[]>(
    `SELECT o.out_trade_no, o.status, p.status AS payment FROM customer_order o
     LEFT JOIN payment p ON p.order_id = o.id`,
  );
  const byNumber = new Map(orders.map((order) => [order.out_trade_no, order]));
  return payments
    .filter(
      ({ outTradeNo, tradeState }) => placed.has(outTradeNo) && ['SUCCESS', 'REFUND'].includes(tradeState),
    )
    .flatMap(({ outTradeNo, tradeState }) => {
      const order = byNumber.get(outTradeNo);
      const agrees = order && agreesWith(tradeState, order);
      return agrees
        ? []
        : [`${outTradeNo}: ${tradeState} at WeChat, here ${order?.status} with payment ${order?.payment}`];
    });
}

function agreesWith(tradeState: string, { status, payment }: OrderRow): boolean {
  if (status === 'closed') {
    // The money came after the end: it goes back.
    return payment === 'returned' && tradeState === 'REFUND';
  }
  if (tradeState === 'REFUND') {
    return status === 'refunded';
  }
  return ['paid', 'ready', 'completed'].includes(status);
}

async function proof(): Promise<number | null> {
  const script = join(import.meta.dirname, '../../../scripts/dist/proof/main.js');
  const child = spawn(process.execPath, [script], { env: process.env, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.on('data', (part: Buffer) => {
    output += part.toString();
  });
  const code = await new Promise<number | null>((resolve) => {
    child.on('close', resolve);
  });
  if (code !== 0) {
    process.stderr.write(output);
  }
  return code;
}

function required(name: string): string {
  const value = process.env[name];
  assert.ok(value, `${name} says where the product runs`);
  return value;
}
