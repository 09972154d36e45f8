import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { JobHandler, Jobs, type HandlesJob, type Settle } from '../../../platform/jobs/index.js';
import { WechatPay, WechatUnavailable } from '../../../wechat/index.js';
import { ApplyRefund } from '../apply-refund.js';
import { refundQueryDelayMs } from '../domain/delays.js';
import { isRefundOver } from '../domain/refund-moves.js';
import { QUERY_REFUND, queryRefund, type QueryRefundPayload } from '../due-later.js';
import { RefundsRepository } from '../refunds.repository.js';

/** Asks how a refund stands until it is over, one that waits for a person included. */
@JobHandler(QUERY_REFUND)
export class QueryRefund implements HandlesJob<QueryRefundPayload> {
  constructor(
    private readonly database: Database,
    private readonly refunds: RefundsRepository,
    private readonly applyRefund: ApplyRefund,
    private readonly pay: WechatPay,
    private readonly jobs: Jobs,
    private readonly clock: Clock,
  ) {}

  async run({ refundId, asked }: QueryRefundPayload, settle: Settle): Promise<void> {
    const refund = await this.refunds.byId(this.database, refundId);
    if (!refund || isRefundOver(refund.status)) {
      return;
    }
    const answer = await this.pay.queryRefund(refund.outRefundNo);
    if (answer.outcome !== 'ok') {
      const why = answer.outcome === 'refused' ? `${answer.code} ${answer.message}` : answer.reason;
      throw new WechatUnavailable(`Query of refund ${refund.outRefundNo}: ${why}`);
    }
    await settle(async (tx) => {
      // First, so that a change that is worth asking about soon doesn't begin the pauses anew.
      const next = asked + 1;
      await this.jobs.schedule(
        tx,
        queryRefund({ refundId, asked: next }, this.clock.in(refundQueryDelayMs(next))),
      );
      await this.applyRefund.execute(tx, answer.value);
    });
  }
}
