import { Clock, minuteOfDay } from '../../../platform/clock/index.js';
import { JobHandler, type HandlesJob } from '../../../platform/jobs/index.js';
import { ProveBooks } from './prove-books.js';

/** Well inside the lease of a job. */
const PATIENCE_MS = 25_000;
/** After the midnight at which points mature and lapse, before anybody comes to work. */
const FROM_MINUTE = 2 * 60;

/** The proof of the night. What it finds is an alarm on the console and an error in the log. */
@JobHandler('ledger.prove-books', { everySeconds: 30 })
export class ProveNightly implements HandlesJob<object> {
  constructor(
    private readonly proveBooks: ProveBooks,
    private readonly clock: Clock,
  ) {}

  async run(): Promise<void> {
    if (minuteOfDay(this.clock.now()) >= FROM_MINUTE) {
      await this.proveBooks.run({ until: performance.now() + PATIENCE_MS });
    }
  }
}
