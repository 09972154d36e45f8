import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import { Database, UnitOfWork, isDuplicateKey, type Tx } from '../database/index.js';
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
      if (stored.request_hash !== hash) {
        throw new Refusal('idempotency_key_reused');
      }
      return JSON.parse(stored.answer) as T;
    }
  }

  private storedAnswer(request: IdempotentRequest): Promise<StoredAnswer | undefined> {
    return this.database.one<StoredAnswer>(
      'SELECT request_hash, answer FROM idempotency_key WHERE actor = ? AND idem_key = ?',
      [request.actor, request.key],
    );
  }
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
