import { Clock } from '../clock/index.js';
import { JobHandler, type HandlesJob, type Settle } from './handlers.js';

const KEPT_MS = 7 * 86_400_000;
const ROWS_MAX = 5000;

/** Nobody retries a week later; the table stays small. */
@JobHandler('platform.purge-idempotency-keys', { everySeconds: 600 })
export class PurgeIdempotencyKeys implements HandlesJob<object> {
  constructor(private readonly clock: Clock) {}

  async run(_payload: object, settle: Settle): Promise<void> {
    await settle(async (tx) => {
      await tx.execute(
        `DELETE FROM idempotency_key WHERE created_at < ? ORDER BY created_at LIMIT ${ROWS_MAX}`,
        [this.clock.in(-KEPT_MS)],
      );
    });
  }
}
