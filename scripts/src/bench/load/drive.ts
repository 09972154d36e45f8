import { CONCURRENCY } from '../sizes.js';
import { Connection } from './client.js';
import type { Drive, LoadOrder } from './messages.js';

type Until = Extract<LoadOrder, { kind: 'drive' }>['until'];

/** As many requests as fit, {@link CONCURRENCY} at a time, each on a connection of its own. */
export async function drive(
  port: number,
  until: Until,
  request: (sequence: number) => Buffer,
): Promise<Drive> {
  const connections = await Promise.all(Array.from({ length: CONCURRENCY }, () => Connection.open(port)));
  const latencies: number[] = [];
  let sent = 0;
  let failed = 0;
  let failure: string | null = null;
  const startedAt = performance.now();
  const isOver = (): boolean =>
    'count' in until ? sent >= until.count : performance.now() - startedAt >= until.seconds * 1000;
  const work = async (connection: Connection): Promise<void> => {
    while (!isOver()) {
      const sequence = sent;
      sent += 1;
      const askedAt = performance.now();
      const { status, body } = await connection.ask(request(sequence));
      latencies.push(performance.now() - askedAt);
      if (status < 200 || status > 299) {
        failed += 1;
        failure ??= `${status} ${body.toString('utf8').slice(0, 300)}`;
      }
    }
  };
  try {
    await Promise.all(connections.map(work));
  } finally {
    connections.forEach((connection) => connection.close());
  }
  const seconds = (performance.now() - startedAt) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number): number => latencies[Math.floor(latencies.length * share)] ?? 0;
  return { sent, seconds, failed, failure, p50Ms: at(0.5), p99Ms: at(0.99) };
}
