import { Clock } from '../../../platform/clock/index.js';
import { JobHandler, type HandlesJob, type Settle } from '../../../platform/jobs/index.js';
import { AdminsRepository } from './admins.repository.js';

const ROWS_MAX = 5000;

/** Sessions that have ended and attempts that no longer count are of no use to anybody. */
@JobHandler('org.purge-sign-ins', { everySeconds: 3600 })
export class PurgeSignIns implements HandlesJob<object> {
  constructor(
    private readonly clock: Clock,
    private readonly admins: AdminsRepository,
  ) {}

  async run(_payload: object, settle: Settle): Promise<void> {
    await settle((tx) => this.admins.purge(tx, this.clock.now(), ROWS_MAX));
  }
}
