import { HttpCode, Injectable, Post } from '@nestjs/common';
import { ApiNoContentResponse } from '@nestjs/swagger';
import { CurrentMember, ForMember, MemberApi, type MemberActor } from '../platform/auth/index.js';
import { UnitOfWork, type Tx } from '../platform/database/index.js';
import { IdParam, Refusal } from '../platform/http/index.js';
import { JobHandler, type HandlesJob, type Settle } from '../platform/jobs/index.js';
import {
  CLOSE_UNPAID_ORDER,
  CloseOrder,
  OfferPayment,
  OrderLookup,
  type CloseUnpaidOrder,
  type Closing,
} from '../modules/orders/index.js';
import { ClosePayment } from '../modules/payments/index.js';

type Run = (work: (tx: Tx) => Promise<void>) => Promise<void>;

/**
 * Ends an order that nobody paid. The number is closed at WeChat before the goods are given back, so that no
 * customer pays for what was already sold to another; when the customer was faster the order stays, paid.
 */
@Injectable()
export class EndUnpaidOrder {
  constructor(
    private readonly closePayment: ClosePayment,
    private readonly offerPayment: OfferPayment,
    private readonly closeOrder: CloseOrder,
  ) {}

  /** @throws WechatUnavailable while WeChat doesn't say whether the order is paid */
  async execute(closing: Closing, run: Run): Promise<void> {
    if ((await this.closePayment.execute(closing.orderId)) === 'paid') {
      return;
    }
    await run(async (tx) => {
      await this.offerPayment.hold(tx, closing.orderId);
      if (await this.closePayment.isOver(tx, closing.orderId)) {
        await this.closeOrder.execute(tx, closing);
      }
    });
  }
}

@JobHandler(CLOSE_UNPAID_ORDER)
export class CloseUnpaidOrderJob implements HandlesJob<CloseUnpaidOrder> {
  constructor(private readonly endUnpaidOrder: EndUnpaidOrder) {}

  async run({ orderId }: CloseUnpaidOrder, settle: Settle): Promise<void> {
    await this.endUnpaidOrder.execute(
      { orderId, actor: 'system', note: '超过付款时间，订单自动关闭' },
      settle,
    );
  }
}

@MemberApi('orders')
export class CancelOrderController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderLookup,
    private readonly endUnpaidOrder: EndUnpaidOrder,
  ) {}

  @Post(':id/cancel')
  @HttpCode(204)
  @ForMember()
  @ApiNoContentResponse()
  async cancel(
    @CurrentMember() { memberId }: MemberActor,
    @IdParam('id', 'order') id: number,
  ): Promise<void> {
    const order = await this.orders.ofMember(memberId, id);
    if (order.status === 'pending_payment') {
      await this.endUnpaidOrder.execute(
        { orderId: id, actor: `member:${memberId}`, note: '你取消了订单' },
        (work) => this.unitOfWork.run(work),
      );
    }
    // Cancelled twice is cancelled; anything else has gone on without it.
    if ((await this.orders.ofMember(memberId, id)).status !== 'closed') {
      throw new Refusal('order_not_cancellable');
    }
  }
}
