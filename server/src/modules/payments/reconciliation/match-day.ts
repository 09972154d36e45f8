import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/index.js';
import { addDays, startOfBusinessDay } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { BrandLookup } from '../../org/index.js';
import { BenefitsCheck } from './benefits-check.js';
import { BillsRepository, type StoredTrade } from './bills.repository.js';
import { ClosingsRepository } from './closings.repository.js';
import { DifferencesRepository } from './differences.repository.js';
import {
  flowUnknown,
  judgeFlows,
  judgePayment,
  judgeRefund,
  paymentMissing,
  refundMissing,
  type Finding,
} from './domain/judge.js';
import { OurBooksRepository, type Span } from './our-books.repository.js';

const TRADES_AT_ONCE = 500;

/**
 * The three-way match of a day whose bill is here: our payments and refunds, WeChat's trade and fund flow bills, and
 * the points and coupons of the same orders. Matching again changes only what has changed.
 */
@Injectable()
export class MatchDay {
  constructor(
    private readonly bills: BillsRepository,
    private readonly ourBooks: OurBooksRepository,
    private readonly benefits: BenefitsCheck,
    private readonly differences: DifferencesRepository,
    private readonly closings: ClosingsRepository,
    private readonly brands: BrandLookup,
    private readonly audit: Audit,
  ) {}

  /** Under the lock of the day's bill. */
  async execute(tx: Tx, mchId: string, day: string, billId: number): Promise<void> {
    await this.writeSums(tx, mchId, day);
    await this.differences.sync(tx, mchId, day, await this.find(tx, billId, spanOf(mchId, day)));
    await this.differences.mendArrived(tx, mchId);
    for (const brandId of await this.closings.reopen(tx, day)) {
      await this.audit.record(tx, {
        actor: { kind: 'system', id: 0 },
        brandId,
        action: 'closing.reopened',
        subject: { kind: 'brand', id: brandId },
        detail: { day },
      });
    }
  }

  /** What is to be said of one trade of the bill. */
  async judge(tx: Tx, trade: StoredTrade): Promise<Finding | undefined> {
    return (await this.judgeAll(tx, [trade]))[0];
  }

  /** What each brand took in, gave back and was charged. */
  async writeSums(tx: Tx, mchId: string, day: string): Promise<void> {
    const bill = await this.bills.lock(tx, mchId, day);
    const traded = await this.ourBooks.daySums(tx, bill.id, spanOf(mchId, day));
    const sums = new Map(traded.map((each) => [each.brandId, each]));
    for (const { id: brandId } of await this.brands.all()) {
      const nothing = { brandId, payments: 0, paidFen: 0, refunds: 0, refundedFen: 0, feeMilliFen: 0 };
      await this.closings.write(tx, day, sums.get(brandId) ?? nothing);
    }
  }

  private async find(tx: Tx, billId: number, span: Span): Promise<Finding[]> {
    const found: Finding[] = [];
    for (let afterId = 0; ;) {
      const trades = await this.bills.trades(tx, billId, afterId, TRADES_AT_ONCE);
      found.push(...(await this.judgeAll(tx, trades)), ...(await this.judgeFlowsOf(tx, billId, trades)));
      if (trades.length < TRADES_AT_ONCE) {
        break;
      }
      afterId = trades.at(-1)?.id ?? 0;
    }
    const [payments, refunds, flows] = [
      await this.ourBooks.paymentsWithoutBill(tx, span),
      await this.ourBooks.refundsWithoutBill(tx, span),
      await this.bills.strayFlows(tx, billId),
    ];
    found.push(...payments.map(paymentMissing), ...refunds.map(refundMissing), ...flows.map(flowUnknown));
    found.push(...(await this.benefits.find(tx, await this.ourBooks.ordersOf(tx, span))));
    return found;
  }

  private async judgeAll(tx: Tx, trades: readonly StoredTrade[]): Promise<Finding[]> {
    const payments = await this.paymentsOf(tx, trades);
    const refundNos = trades.flatMap(({ outRefundNo }) => outRefundNo ?? []);
    const refunds = new Map(
      (await this.ourBooks.refundsOf(tx, refundNos)).map((each) => [each.outRefundNo, each]),
    );
    const strays = await this.ourBooks.straysOf(
      tx,
      trades.map(({ transactionId }) => transactionId),
    );
    return trades.flatMap((trade) => {
      const payment = payments.get(trade.outTradeNo);
      if (trade.kind === 'payment') {
        return judgePayment(trade, payment, strays.has(trade.transactionId)) ?? [];
      }
      return judgeRefund(trade, refunds.get(trade.outRefundNo ?? ''), payment) ?? [];
    });
  }

  private async judgeFlowsOf(tx: Tx, billId: number, trades: readonly StoredTrade[]): Promise<Finding[]> {
    if (trades.length === 0) {
      return [];
    }
    const payments = await this.paymentsOf(tx, trades);
    const numbers = trades.map(({ number }) => number);
    const amounts = new Map<string, number[]>(numbers.map((number) => [number, []]));
    for (const { businessNo, amountFen } of await this.bills.flowsOf(tx, billId, numbers)) {
      amounts.get(businessNo)?.push(amountFen);
    }
    return trades.flatMap(
      (trade) => judgeFlows(trade, amounts.get(trade.number) ?? [], payments.get(trade.outTradeNo)) ?? [],
    );
  }

  private async paymentsOf(tx: Tx, trades: readonly StoredTrade[]) {
    const numbers = [...new Set(trades.map(({ outTradeNo }) => outTradeNo))];
    return new Map((await this.ourBooks.paymentsOf(tx, numbers)).map((each) => [each.outTradeNo, each]));
  }
}

function spanOf(mchId: string, day: string): Span {
  return { mchId, from: startOfBusinessDay(day), until: startOfBusinessDay(addDays(day, 1)) };
}
