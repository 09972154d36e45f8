import { Clock, addDays, businessDayOf, startOfBusinessDay } from '../../../../platform/clock/index.js';
import { Database } from '../../../../platform/database/index.js';
import { JobHandler, Jobs, type HandlesJob, type Settle } from '../../../../platform/jobs/index.js';
import { WechatPay } from '../../../../wechat/index.js';
import { BillsRepository } from '../bills.repository.js';
import { OurBooksRepository } from '../our-books.repository.js';
import { reconcileDay } from './reconcile-day.job.js';

const MINUTE_MS = 60_000;
/** A quarter past ten the next morning: WeChat has bills from ten on. */
const READY_AFTER_MS = (10 * 60 + 15) * MINUTE_MS;
/** How far back a merchant begins who sold before there was reconciliation. */
const FIRST_DAYS = 7;
/** WeChat keeps bills for three months. */
const KEPT_DAYS = 90;

/** Gives every day that is over its due row, those missed while nobody worked included. */
@JobHandler('payments.plan-bills', { everySeconds: 3600 })
export class PlanBills implements HandlesJob<object> {
  constructor(
    private readonly database: Database,
    private readonly bills: BillsRepository,
    private readonly ourBooks: OurBooksRepository,
    private readonly pay: WechatPay,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async run(_payload: object, settle: Settle): Promise<void> {
    const { mchId } = this.pay;
    const days = await this.daysToPlan(mchId);
    await settle(async (tx) => {
      for (const day of days) {
        await this.bills.expect(tx, mchId, day);
        const dueAt = new Date(startOfBusinessDay(addDays(day, 1)).getTime() + READY_AFTER_MS);
        await this.jobs.schedule(tx, reconcileDay(mchId, day, dueAt));
      }
    });
  }

  private async daysToPlan(mchId: string): Promise<string[]> {
    const begunAt = await this.ourBooks.begunAt(this.database, mchId);
    if (!begunAt) {
      return [];
    }
    const yesterday = addDays(this.clock.businessDay(), -1);
    const kept = addDays(yesterday, 1 - KEPT_DAYS);
    const planned = await this.bills.between(this.database, mchId, kept, yesterday);
    const begun = planned[0]?.day ?? addDays(yesterday, 1 - FIRST_DAYS);
    const known = new Set(planned.map(({ day }) => day));
    const days: string[] = [];
    for (let day = latest(businessDayOf(begunAt), begun, kept); day <= yesterday; day = addDays(day, 1)) {
      if (!known.has(day)) {
        days.push(day);
      }
    }
    return days;
  }
}

function latest(...days: readonly string[]): string {
  return days.reduce((a, b) => (a > b ? a : b));
}
