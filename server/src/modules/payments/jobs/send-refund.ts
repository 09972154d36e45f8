import { Logger } from '@nestjs/common';
import { Config } from '../../../platform/config/index.js';
import { Database } from '../../../platform/database/index.js';
import { JobHandler, type HandlesJob, type Settle } from '../../../platform/jobs/index.js';
import { type PayRefusal, type RefundResult, WechatPay, WechatUnavailable } from '../../../wechat/index.js';
import { ApplyRefund } from '../apply-refund.js';
import { SEND_REFUND, type SendRefundPayload } from '../due-later.js';
import { type Refund, RefundsRepository } from '../refunds.repository.js';

/** About a week with pauses of up to an hour: the merchant's balance may have to be filled first. */
const ATTEMPTS_MAX = 200;

const FAILURE_LENGTH_MAX = 200;

type Final = { readonly refused: string } | { readonly result: RefundResult };

/**
 * Asks WeChat for a refund, again and again under the same number until an answer is certain: the number is what
 * keeps the money from going back twice.
 */
@JobHandler(SEND_REFUND, { attemptsMax: ATTEMPTS_MAX })
export class SendRefund implements HandlesJob<SendRefundPayload> {
  private readonly logger = new Logger(SendRefund.name);

  constructor(
    private readonly database: Database,
    private readonly refunds: RefundsRepository,
    private readonly applyRefund: ApplyRefund,
    private readonly pay: WechatPay,
    private readonly config: Config,
  ) {}

  async run({ refundId }: SendRefundPayload, settle: Settle): Promise<void> {
    const refund = await this.refunds.byId(this.database, refundId);
    if (refund?.status !== 'requested') {
      return;
    }
    const final = await this.send(refund);
    if ('result' in final) {
      await settle((tx) => this.applyRefund.execute(tx, final.result));
      return;
    }
    this.logger.error(`Refund ${refund.outRefundNo} is refused: ${final.refused}`);
    await settle(async (tx) => {
      const locked = await this.refunds.lockByNumber(tx, refund.outRefundNo);
      if (locked?.status === 'requested') {
        await this.refunds.move(tx, locked, {
          status: 'failed',
          failure: final.refused.slice(0, FAILURE_LENGTH_MAX),
          refundId: null,
          receivedBy: null,
          succeededAt: null,
        });
      }
    });
  }

  private async send(refund: Refund): Promise<Final> {
    const answer = await this.pay.refund({
      transactionId: refund.transactionId,
      outRefundNo: refund.outRefundNo,
      refundFen: refund.amountFen,
      totalFen: refund.totalFen,
      reason: refund.reason,
      notifyUrl: `${this.config.get('publicUrl')}/hooks/wechat/pay/refunds`,
    });
    switch (answer.outcome) {
      case 'ok':
        return { result: answer.value };
      case 'unknown':
        throw new WechatUnavailable(`Refund ${refund.outRefundNo}: ${answer.reason}`);
      case 'refused':
        return this.afterRefusal(refund, answer);
    }
  }

  /** A refusal is final only when WeChat holds no refund under the number. */
  private async afterRefusal(refund: Refund, { status, code, message }: PayRefusal): Promise<Final> {
    const why = `${code} ${message}`;
    if (isAboutMerchant(status, code)) {
      throw new WechatUnavailable(`Refund ${refund.outRefundNo} has to wait: ${why}`);
    }
    const known = await this.pay.queryRefund(refund.outRefundNo);
    if (known.outcome === 'ok') {
      return { result: known.value };
    }
    if (known.outcome === 'refused' && known.status === 404) {
      return { refused: why };
    }
    throw new WechatUnavailable(`Refund ${refund.outRefundNo} is refused and unclear: ${why}`);
  }
}

/** Keys, rights, balance: it passes once somebody acts. A customer whose account is gone doesn't come back. */
function isAboutMerchant(status: number, code: string): boolean {
  return (status === 401 || status === 403) && code !== 'USERACCOUNTABNORMAL';
}
