import { isDeepStrictEqual } from 'node:util';
import type { LoadGenerator } from './load-generator.js';
import type { Asked } from './load/messages.js';
import { OPERATION_NAMES, SIDES, type OperationName, type Side } from './operations.js';
import type { Contestants, Measurement } from './measure.js';

/** What each server makes up for itself. */
const OWN_FIELDS = new Set(['id', 'outTradeNo', 'at']);
/** Writes answer with numbers of their own; the floor counts where we don't. */
const DIFFERENT_BY_NATURE: readonly OperationName[] = ['listOffset'];

/**
 * Both servers answer the same questions alike, or the measurement would compare different work. Returns what differs.
 */
export async function differences(
  contestants: Contestants,
  load: LoadGenerator,
  measurement: Measurement,
): Promise<string[]> {
  const found: string[] = [];
  for (const operation of OPERATION_NAMES.filter((name) => !DIFFERENT_BY_NATURE.includes(name))) {
    // Reads ask the same twice; what writes is another request for each side, alike but for its numbers.
    const first = measurement.take(operation, SIDES.length);
    const moves = ['order', 'checkIn', 'notify'].includes(operation);
    const ask = (side: Side, index: number): Promise<Asked> =>
      load.ask({ operation, side, port: contestants[side].port, index });
    const floor = await ask('floor', first);
    const ours = await ask('ours', moves ? first + 1 : first);
    if (floor.status !== ours.status || floor.status > 299) {
      found.push(`${operation}: ${floor.status} ${floor.body} / ${ours.status} ${ours.body}`);
    } else if (!isDeepStrictEqual(told(floor.body, moves), told(ours.body, moves))) {
      found.push(`${operation}: ${floor.body} / ${ours.body}`);
    }
  }
  return found;
}

function told(body: string, moves: boolean): unknown {
  const answer = body === '' ? {} : (JSON.parse(body) as object);
  return moves
    ? Object.keys(answer)
        .filter((key) => !OWN_FIELDS.has(key))
        .sort()
    : answer;
}
