import { Logger } from '@nestjs/common';
import { Clock } from '../../platform/clock/index.js';
import { Database, type Tx } from '../../platform/database/index.js';
import { JobHandler, type HandlesJob, type Settle } from '../../platform/jobs/index.js';
import { MiniProgram } from '../../wechat/index.js';
import { RefundableOrders } from '../orders/index.js';
import { AfterSalesRepository } from './after-sales.repository.js';
import {
  AFTER_SALE_DEADLINE,
  CHECK_AFTER_SALE_TEXT,
  PROMISE_DUE,
  type AfterSaleDeadline,
  type CheckAfterSaleText,
  type PromiseDue,
} from './due-later.js';
import { OrderPromises } from './guarantees/order-promises.js';

/** Somebody let the time pass: the console hears of it when it was the brand, and the case closes when it was the customer. */
@JobHandler(AFTER_SALE_DEADLINE)
export class AfterSaleDeadlineJob implements HandlesJob<AfterSaleDeadline> {
  private readonly logger = new Logger(AfterSaleDeadlineJob.name);

  constructor(
    private readonly afterSales: AfterSalesRepository,
    private readonly orders: RefundableOrders,
    private readonly clock: Clock,
  ) {}

  async run({ afterSaleId, status }: AfterSaleDeadline, settle: Settle): Promise<void> {
    await settle(async (tx) => {
      const afterSale = await this.afterSales.find(tx, afterSaleId);
      if (afterSale?.status !== status) {
        return;
      }
      if (status === 'approved') {
        await this.orders.lock(tx, afterSale.orderId);
        const note = '超过时间没有寄回商品，申请已关闭';
        await this.afterSales.move(tx, {
          id: afterSaleId,
          move: 'lapse',
          actor: 'system',
          note,
          at: this.clock.now(),
        });
        return;
      }
      await this.escalate(tx, afterSaleId, status);
    });
  }

  private async escalate(tx: Tx, id: number, status: AfterSaleDeadline['status']): Promise<void> {
    const at = this.clock.now();
    if (await this.afterSales.escalate(tx, id, status, at)) {
      const note =
        status === 'requested' ? '门店没有按时答复，已交由品牌处理' : '商品寄回已久没有确认，已交由品牌处理';
      await this.afterSales.addEvent(tx, id, { at, status, actor: 'system', note });
      this.logger.error(`After-sale ${id} is overdue in ${status}: a person has to look at it`);
    }
  }
}

@JobHandler(PROMISE_DUE)
export class PromiseDueJob implements HandlesJob<PromiseDue> {
  constructor(private readonly promises: OrderPromises) {}

  async run({ promiseId }: PromiseDue, settle: Settle): Promise<void> {
    await settle((tx) => this.promises.due(tx, promiseId));
  }
}

/** What a customer writes is shown to staff; WeChat wants to have read it first. */
@JobHandler(CHECK_AFTER_SALE_TEXT)
export class CheckAfterSaleTextJob implements HandlesJob<CheckAfterSaleText> {
  constructor(
    private readonly database: Database,
    private readonly afterSales: AfterSalesRepository,
    private readonly miniProgram: MiniProgram,
  ) {}

  async run({ afterSaleId, openid }: CheckAfterSaleText, settle: Settle): Promise<void> {
    const afterSale = await this.afterSales.find(this.database, afterSaleId);
    if (!afterSale) {
      return;
    }
    const { outcome } = await this.miniProgram.checkText({ openid, scene: 'comment', text: afterSale.text });
    await settle((tx) => this.afterSales.noteText(tx, afterSaleId, outcome));
  }
}
