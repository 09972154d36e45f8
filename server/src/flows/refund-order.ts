import { Body, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Audit } from '../platform/audit/index.js';
import {
  AdminApi,
  CurrentAdmin,
  CurrentMember,
  ForAdmin,
  ForMember,
  MemberApi,
  type AdminActor,
  type MemberActor,
} from '../platform/auth/index.js';
import type { Tx } from '../platform/database/index.js';
import { IdParam, Idempotency, IdempotencyKey, OpaqueId, Text } from '../platform/http/index.js';
import { toPublicId } from '../platform/ids/index.js';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/index.js';
import { OrderLookup, RefundOrder, type RefundWish } from '../modules/orders/index.js';
import { RequestRefund } from '../modules/payments/index.js';

class RefundBody {
  @Text({ max: 60, doc: 'Why; the customer reads it' })
  reason: string;
}

class RequestedRefundView {
  @OpaqueId('refund', { doc: 'The refund' })
  id: string;
}

/** A full refund: the order stops here, and the money sets out in the same transaction. */
@Injectable()
export class RefundWholeOrder {
  constructor(
    private readonly refundOrder: RefundOrder,
    private readonly requestRefund: RequestRefund,
  ) {}

  async execute(tx: Tx, wish: RefundWish): Promise<RequestedRefundView> {
    const order = await this.refundOrder.begin(tx, wish);
    const { refundId } = await this.requestRefund.execute(tx, {
      orderId: order.id,
      cause: `order:${order.id}`,
      amountFen: order.paidFen,
      reason: wish.reason,
    });
    return { id: toPublicId('refund', refundId) };
  }
}

@MemberApi('orders')
export class MemberRefundsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderLookup,
    private readonly refund: RefundWholeOrder,
  ) {}

  /** Until the goods are on their way the customer needs nobody's leave. */
  @Post(':id/refunds')
  @HttpCode(200)
  @ForMember()
  @ApiOkResponse({ type: RequestedRefundView })
  async request(
    @CurrentMember() { memberId }: MemberActor,
    @IdParam('id', 'order') id: number,
    @Body() { reason }: RefundBody,
  ): Promise<RequestedRefundView> {
    await this.orders.ofMember(memberId, id);
    return this.unitOfWork.run((tx) =>
      this.refund.execute(tx, { orderId: id, actor: `member:${memberId}`, reason }),
    );
  }
}

@AdminApi('orders')
export class AdminRefundsController {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly orders: OrderLookup,
    private readonly refund: RefundWholeOrder,
  ) {}

  @Post(':id/refunds')
  @HttpCode(200)
  @ForAdmin('orders.refund')
  @ApiOkResponse({ type: RequestedRefundView })
  async request(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'order') id: number,
    @Body() body: RefundBody,
    @IdempotencyKey() key: string,
  ): Promise<RequestedRefundView> {
    const { brandId } = await this.orders.ofBrands(admin.brandIds, id);
    const request = { actor: `admin:${admin.adminId}`, key, route: `orders.refund:${id}`, body };
    return this.idempotency.run(request, async (tx) => {
      await this.audit.record(tx, {
        actor: { kind: 'admin', id: admin.adminId },
        brandId,
        action: 'order.refunded',
        subject: { kind: 'order', id },
        detail: { reason: body.reason },
      });
      return this.refund.execute(tx, { orderId: id, actor: `admin:${admin.adminId}`, reason: body.reason });
    });
  }
}
