import { given } from '../environment.js';
import { Connection } from './client.js';
import { drive } from './drive.js';
import type { LoadOrder, LoadResult } from './messages.js';
import { Notifications } from './notifications.js';
import { Requests } from './requests.js';

/** The load generator: a process of its own, so that it never waits for what it measures. */
const requests = new Requests({ idKey: given('ID_KEY'), sessionKey: given('SESSION_KEY') });
const notifications = new Notifications({
  appId: given('WECHAT_APP_ID'),
  mchId: given('WECHAT_MCH_ID'),
  apiV3Key: given('WECHAT_PAY_API_V3_KEY'),
  privateKey: given('BENCH_PAY_PRIVATE_KEY'),
  publicKeyId: given('WECHAT_PAY_PUBLIC_KEY_ID'),
});

process.on('disconnect', () => process.exit(0));
process.on('message', (order: LoadOrder) => {
  void obey(order).then(
    (result) => process.send?.(result),
    (error: unknown) => process.send?.({ kind: 'failed', error: String(error) } satisfies LoadResult),
  );
});

async function obey(order: LoadOrder): Promise<LoadResult> {
  const { port } = order;
  if (order.kind === 'drive') {
    return { kind: 'driven', drive: await drive(port, order.until, await requestsOf(order)) };
  }
  const connection = await Connection.open(port);
  try {
    const { status, body } = await connection.ask(await requestAt(order));
    return { kind: 'asked', asked: { status, body: body.toString('utf8') } };
  } finally {
    connection.close();
  }
}

async function requestsOf(order: LoadOrder & { kind: 'drive' }): Promise<(sequence: number) => Buffer> {
  const { operation, side, from, until } = order;
  if (operation !== 'notify') {
    return (sequence) => requests.request(operation, from + sequence, side);
  }
  if (!('count' in until)) {
    throw new Error('Notifications are signed beforehand, so their number has to be known');
  }
  const prepared = await notifications.prepare(from, until.count);
  return (sequence) => prepared[sequence] as Buffer;
}

async function requestAt({ operation, side, index }: LoadOrder & { kind: 'ask' }): Promise<Buffer> {
  if (operation !== 'notify') {
    return requests.request(operation, index, side);
  }
  const [only] = await notifications.prepare(index, 1);
  return only as Buffer;
}
