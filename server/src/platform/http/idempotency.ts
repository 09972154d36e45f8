import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import {
  Database,
  UnitOfWork,
  isDuplicateKey,
  rowPlaceholders,
  type Reader,
  type Settled,
  type SqlValue,
  type Tx,
} from '../database/index.js';
import { Refusal } from './refusal.js';

export interface IdempotentRequest {
  /** Whose key it is, such as `member:12`: keys of different people never meet. */
  readonly actor: string;
  readonly key: string;
  /** The operation, such as `orders.place`. */
  readonly route: string;
  readonly body: unknown;
}

interface StoredAnswer {
  request_hash: string;
  answer: string;
}

/**
 * Runs work that moves value at most once per (actor, key). The key is inserted first, in the transaction of
 * the work itself: a parallel twin waits on that row, then finds the first answer. Refusals keep nothing, so
 * the same key may succeed later.
 */
@Injectable()
export class Idempotency {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async run<T>(request: IdempotentRequest, work: (tx: Tx) => Promise<T>): Promise<T> {
    const hash = hashOf(request);
    try {
      return await this.unitOfWork.run(async (tx) => {
        await tx.execute(
          "INSERT INTO idempotency_key (actor, idem_key, request_hash, answer, created_at) VALUES (?, ?, ?, '', ?)",
          [request.actor, request.key, hash, this.clock.now()],
        );
        const answer = await work(tx);
        await tx.execute('UPDATE idempotency_key SET answer = ? WHERE actor = ? AND idem_key = ?', [
          JSON.stringify(answer),
          request.actor,
          request.key,
        ]);
        return answer;
      });
    } catch (error) {
      if (!isDuplicateKey(error)) {
        throw error;
      }
      const stored = await this.storedAnswer(request);
      if (!stored) {
        throw error;
      }
      const known = answered<T>(request, stored);
      if ('failure' in known) {
        throw known.failure;
      }
      return known.outcome;
    }
  }

  /**
   * The same for many requests in one transaction, no two of which have the same key. The work is handed those that
   * are new; what it settles for each is kept with the key of that one, and a refusal keeps nothing. When a twin
   * elsewhere is faster nothing of this happened, and {@link run} tells each what became of it.
   */
  async runTogether<R extends IdempotentRequest, T>(
    requests: readonly R[],
    work: (tx: Tx, requests: readonly R[]) => Promise<readonly Settled<T>[]>,
  ): Promise<readonly Settled<T>[]> {
    return this.unitOfWork.run(async (tx) => {
      const stored = await this.storedAnswers(tx, requests);
      const fresh = requests.filter((request) => !stored.has(requestName(request)));
      const settled = fresh.length === 0 ? [] : await work(tx, fresh);
      const done = new Map(fresh.map((request, index) => [request, settled[index]]));
      await this.keep(tx, done);
      return requests.map((request): Settled<T> => {
        const known = stored.get(requestName(request));
        return known ? answered<T>(request, known) : (done.get(request) ?? forgotten());
      });
    });
  }

  private async keep<T>(tx: Tx, done: ReadonlyMap<IdempotentRequest, Settled<T> | undefined>): Promise<void> {
    const now = this.clock.now();
    const rows = [...done].flatMap(([request, settled]): SqlValue[][] =>
      settled && 'outcome' in settled
        ? [[request.actor, request.key, hashOf(request), JSON.stringify(settled.outcome), now]]
        : [],
    );
    if (rows.length > 0) {
      await tx.execute(
        `INSERT INTO idempotency_key (actor, idem_key, request_hash, answer, created_at)
         VALUES ${rowPlaceholders(rows.length, 5)}`,
        rows.flat(),
      );
    }
  }

  private async storedAnswer(request: IdempotentRequest): Promise<StoredAnswer | undefined> {
    return (await this.storedAnswers(this.database, [request])).get(requestName(request));
  }

  /** By {@link requestName}. */
  private async storedAnswers(
    reader: Reader,
    requests: readonly IdempotentRequest[],
  ): Promise<ReadonlyMap<string, StoredAnswer>> {
    // Spelt out: not every database serves a list of pairs by the index.
    const rows = await reader.query<StoredAnswer & { actor: string; idem_key: string }>(
      `SELECT actor, idem_key, request_hash, answer FROM idempotency_key
        WHERE ${requests.map(() => '(actor = ? AND idem_key = ?)').join(' OR ')}`,
      requests.flatMap(({ actor, key }) => [actor, key]),
    );
    return new Map(rows.map((row) => [requestName({ actor: row.actor, key: row.idem_key }), row]));
  }
}

/** Whose key it is, and the key. */
function requestName({ actor, key }: Pick<IdempotentRequest, 'actor' | 'key'>): string {
  return `${actor} ${key}`;
}

function answered<T>(request: IdempotentRequest, { request_hash: hash, answer }: StoredAnswer): Settled<T> {
  return hash === hashOf(request)
    ? { outcome: JSON.parse(answer) as T }
    : { failure: new Refusal('idempotency_key_reused') };
}

function forgotten(): never {
  throw new Error('The work settled fewer requests than it was given');
}

function hashOf({ route, body }: IdempotentRequest): string {
  return createHash('sha256')
    .update(`${route}\n${canonical(body)}`)
    .digest('hex');
}

/** JSON with sorted keys: the order of fields is no difference. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}
