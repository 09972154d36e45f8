import { JobHandler, type HandlesJob, type NewJob, type Settle } from '../../../../platform/jobs/index.js';
import { ReconcileDay } from '../reconcile-day.js';

const RECONCILE_DAY = 'payments.reconcile-day';

/** Once an hour for two months: WeChat keeps bills for three. */
const ATTEMPTS_MAX = 1_500;

interface Payload {
  readonly day: string;
}

export function reconcileDay(mchId: string, day: string, dueAt: Date): NewJob {
  return { kind: RECONCILE_DAY, key: `${mchId}:${day}`, dueAt, payload: { day } };
}

@JobHandler(RECONCILE_DAY, { attemptsMax: ATTEMPTS_MAX })
export class ReconcileDayJob implements HandlesJob<Payload> {
  constructor(private readonly reconcile: ReconcileDay) {}

  run({ day }: Payload, settle: Settle): Promise<void> {
    return this.reconcile.execute(day, settle);
  }
}
