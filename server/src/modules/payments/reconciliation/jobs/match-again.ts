import { Clock, addDays } from '../../../../platform/clock/index.js';
import { Database } from '../../../../platform/database/index.js';
import { JobHandler, type HandlesJob, type Settle } from '../../../../platform/jobs/index.js';
import { WechatPay } from '../../../../wechat/index.js';
import { BillsRepository } from '../bills.repository.js';
import { MatchDay } from '../match-day.js';

const DAYS = 7;

/** Differences of the last days vanish by themselves when what was missing arrives, such as a late notification. */
@JobHandler('payments.match-again', { everySeconds: 3600 })
export class MatchAgain implements HandlesJob<object> {
  constructor(
    private readonly database: Database,
    private readonly bills: BillsRepository,
    private readonly matchDay: MatchDay,
    private readonly pay: WechatPay,
    private readonly clock: Clock,
  ) {}

  async run(_payload: object, settle: Settle): Promise<void> {
    const { mchId } = this.pay;
    const today = this.clock.businessDay();
    const bills = await this.bills.withDifferences(this.database, mchId, addDays(today, -DAYS), today);
    await settle(async (tx) => {
      for (const { id, day } of bills) {
        await this.bills.lock(tx, mchId, day);
        await this.matchDay.execute(tx, mchId, day, id);
      }
    });
  }
}
