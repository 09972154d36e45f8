import { Injectable, Logger } from '@nestjs/common';
import { UnitOfWork, type Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import {
  WechatPay,
  WechatUnavailable,
  type BilledFlow,
  type BilledTrade,
  type PayAnswer,
} from '../../../wechat/index.js';
import { BillsRepository } from './bills.repository.js';
import { MatchDay } from './match-day.js';

const PROBLEM_TEXT: Readonly<Record<string, string>> = {
  not_ready: '微信还在生成这一天的账单，稍后会自动再取。',
  unverified: '账单文件和微信给出的校验值不一致，没有采用，稍后会自动再取。',
  malformed: '账单文件的内容不完整或格式有变，没有采用，请联系技术人员。',
};
const BUSY_TEXT = '暂时连不上微信支付，稍后会自动再取。';

type Run = (work: (tx: Tx) => Promise<void>) => Promise<void>;

interface DayBills {
  readonly trades: readonly BilledTrade[];
  readonly flows: readonly BilledFlow[];
}

/** Fetches the bills of a day, keeps them, and matches them with our books, in one transaction. */
@Injectable()
export class ReconcileDay {
  private readonly logger = new Logger(ReconcileDay.name);

  constructor(
    private readonly pay: WechatPay,
    private readonly unitOfWork: UnitOfWork,
    private readonly bills: BillsRepository,
    private readonly matchDay: MatchDay,
  ) {}

  /** @throws WechatUnavailable, Refusal `bill_not_ready` while the bills can't be had; why is kept for the console */
  async execute(day: string, run: Run): Promise<void> {
    const { mchId } = this.pay;
    const { trades, flows } = await this.fetch(day);
    await run(async (tx) => {
      await this.bills.expect(tx, mchId, day);
      const bill = await this.bills.lock(tx, mchId, day);
      await this.bills.store(tx, bill, trades, flows);
      await this.matchDay.execute(tx, mchId, day, bill.id);
    });
    this.logger.log(`The bill of ${day} is here: ${trades.length} trades, ${flows.length} movements`);
  }

  private async fetch(day: string): Promise<DayBills> {
    const trades = await this.believed(day, await this.pay.tradeBill(day));
    const flows = await this.believed(day, await this.pay.fundFlowBill(day));
    return { trades: trades.filter(({ mchId }) => mchId === this.pay.mchId), flows };
  }

  private async believed<T>(day: string, answer: PayAnswer<T>): Promise<T> {
    if (answer.outcome === 'ok') {
      return answer.value;
    }
    const refused = answer.outcome === 'refused';
    const problem = refused
      ? `微信支付拒绝了账单请求：${answer.message || answer.code}`
      : (PROBLEM_TEXT[answer.reason] ?? BUSY_TEXT);
    await this.unitOfWork.run(async (tx) => {
      await this.bills.expect(tx, this.pay.mchId, day);
      await this.bills.noteProblem(tx, this.pay.mchId, day, problem);
    });
    if (!refused && answer.reason === 'not_ready') {
      throw new Refusal('bill_not_ready');
    }
    const why = refused ? answer.code : `${answer.reason} ${answer.detail ?? ''}`;
    throw new WechatUnavailable(`Bill of ${day}: ${why}`);
  }
}
