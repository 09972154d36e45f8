import { JobHandler, type HandlesJob } from '../../../platform/jobs/index.js';
import { LapseDue } from './lapse-due.js';
import { MatureDue } from './mature-due.js';

/** Well inside the lease of a job. */
const PATIENCE_MS = 25_000;

/**
 * What time brings to the books. Maturing comes first: what was earned can be spent before anything lapses. What is
 * left when the patience ends goes on with the next turn.
 */
@JobHandler('ledger.book-due', { everySeconds: 10 })
export class BookDue implements HandlesJob<object> {
  constructor(
    private readonly matureDue: MatureDue,
    private readonly lapseDue: LapseDue,
  ) {}

  async run(): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    const { finished } = await this.matureDue.run({ until });
    if (finished) {
      await this.lapseDue.run({ until });
    }
  }
}
