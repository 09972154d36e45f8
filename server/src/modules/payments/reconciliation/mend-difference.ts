import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/index.js';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { WechatPay, WechatUnavailable, type RefundResult, type Transaction } from '../../../wechat/index.js';
import { ApplyRefund } from '../apply-refund.js';
import { ConfirmPayment } from '../confirm-payment.js';
import { standingOf } from '../domain/standing.js';
import { ReportMismatch } from '../domain/success.js';
import { PaymentInquiry } from '../payment-inquiry.js';
import { AdoptRefund } from './adopt-refund.js';
import { BillsRepository } from './bills.repository.js';
import { DifferencesRepository, type Difference } from './differences.repository.js';
import { MatchDay } from './match-day.js';

type Booking = (tx: Tx) => Promise<void>;

/**
 * Puts a difference right by asking WeChat and booking what it proves, through the very commands that a notification
 * takes. The bill only says where to ask: nothing is ever booked because of it.
 */
@Injectable()
export class MendDifference {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly differences: DifferencesRepository,
    private readonly bills: BillsRepository,
    private readonly matchDay: MatchDay,
    private readonly inquiry: PaymentInquiry,
    private readonly pay: WechatPay,
    private readonly confirmPayment: ConfirmPayment,
    private readonly applyRefund: ApplyRefund,
    private readonly adoptRefund: AdoptRefund,
    private readonly audit: Audit,
  ) {}

  /** @throws Refusal `difference_settled`, `difference_not_mendable`; WechatUnavailable: try again */
  async execute(difference: Difference, adminId: number): Promise<void> {
    if (difference.state !== 'open') {
      throw new Refusal('difference_settled');
    }
    if (!difference.mendable) {
      throw new Refusal('difference_not_mendable');
    }
    const book = await this.proven(difference, adminId);
    try {
      await this.unitOfWork.run((tx) => this.settle(tx, difference, adminId, book));
    } catch (error) {
      // WeChat told something else than the bill: that is for a person to understand.
      throw error instanceof ReportMismatch ? new Refusal('difference_not_mendable') : error;
    }
  }

  private async settle(tx: Tx, difference: Difference, adminId: number, book: Booking): Promise<void> {
    // The day first, as matching does.
    await this.bills.lock(tx, difference.mchId, difference.day);
    const locked = await this.differences.byId(tx, difference.id, true);
    if (locked?.state !== 'open') {
      throw new Refusal('difference_settled');
    }
    await book(tx);
    const trade = await this.bills.trade(tx, locked.mchId, locked.day, locked.subject);
    if (trade && (await this.matchDay.judge(tx, trade))) {
      throw new Refusal('difference_not_mendable');
    }
    await this.matchDay.writeSums(tx, locked.mchId, locked.day);
    await this.differences.settle(tx, locked.id, { state: 'mended', by: adminId, note: null });
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: adminId },
      brandId: locked.brandId,
      action: 'difference.mended',
      subject: { kind: 'difference', id: locked.id },
      detail: { kind: locked.kind, outTradeNo: locked.outTradeNo, day: locked.day },
    });
  }

  private async proven(difference: Difference, adminId: number): Promise<Booking> {
    if (difference.kind === 'lost_payment' || difference.kind === 'second_payment') {
      const transaction = await this.transaction(difference);
      return (tx) => this.confirmPayment.execute(tx, transaction);
    }
    const refund = await this.refund(difference);
    return difference.kind === 'lost_refund'
      ? (tx) => this.applyRefund.execute(tx, refund)
      : (tx) => this.adoptRefund.execute(tx, refund, `admin:${adminId}`);
  }

  private async transaction({ outTradeNo }: Difference): Promise<Transaction> {
    const transaction = await this.inquiry.ask(outTradeNo ?? '');
    if (!transaction || standingOf(transaction.tradeState) !== 'made') {
      throw new Refusal('difference_not_mendable');
    }
    return transaction;
  }

  private async refund({ outRefundNo }: Difference): Promise<RefundResult> {
    const answer = await this.pay.queryRefund(outRefundNo ?? '');
    if (answer.outcome === 'unknown') {
      throw new WechatUnavailable(`Query of refund ${outRefundNo}: ${answer.reason}`);
    }
    if (answer.outcome === 'refused' || answer.value.status !== 'SUCCESS') {
      throw new Refusal('difference_not_mendable');
    }
    return answer.value;
  }
}
