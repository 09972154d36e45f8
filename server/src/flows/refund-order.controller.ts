import { Body, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { OrderLookup, type BegunRefund } from '../modules/orders/index.js';
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
import { UnitOfWork } from '../platform/database/index.js';
import { IdParam, Idempotency, IdempotencyKey } from '../platform/http/index.js';
import { toPublicId } from '../platform/ids/index.js';
import { BegunRefundView, RefundBody } from './refund-order.dto.js';
import { RefundPaidOrder } from './refund-order.js';

@MemberApi('orders')
export class MemberRefundsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderLookup,
    private readonly refund: RefundPaidOrder,
  ) {}

  /** Until somebody begins with the goods the customer needs nobody's leave. */
  @Post(':id/refunds')
  @HttpCode(200)
  @ForMember()
  @ApiOkResponse({ type: BegunRefundView })
  async request(
    @CurrentMember() { memberId }: MemberActor,
    @IdParam('id', 'order') id: number,
    @Body() body: RefundBody,
  ): Promise<BegunRefundView> {
    await this.orders.ofMember(memberId, id);
    return this.unitOfWork.run(async (tx) =>
      toView(await this.refund.execute(tx, { orderId: id, actor: `member:${memberId}`, ...body })),
    );
  }
}

@AdminApi('orders')
export class AdminRefundsController {
  constructor(
    private readonly idempotency: Idempotency,
    private readonly audit: Audit,
    private readonly orders: OrderLookup,
    private readonly refund: RefundPaidOrder,
  ) {}

  /** When everything is under way already, what WeChat did not carry out is sent once more. */
  @Post(':id/refunds')
  @HttpCode(200)
  @ForAdmin('orders.refund')
  @ApiOkResponse({ type: BegunRefundView })
  async request(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'order') id: number,
    @Body() body: RefundBody,
    @IdempotencyKey() key: string,
  ): Promise<BegunRefundView> {
    const { brandId, status } = await this.orders.ofBrands(admin.brandIds, id);
    const request = { actor: `admin:${admin.adminId}`, key, route: `orders.refund:${id}`, body };
    return this.idempotency.run(request, async (tx) => {
      await this.audit.record(tx, {
        actor: { kind: 'admin', id: admin.adminId },
        brandId,
        action: 'order.refunded',
        subject: { kind: 'order', id },
        detail: { reason: body.reason, parts: body.lines?.length ?? 'all' },
      });
      const again = status === 'refunding' ? await this.refund.again(tx, id) : undefined;
      return toView(
        again ?? (await this.refund.execute(tx, { orderId: id, actor: `admin:${admin.adminId}`, ...body })),
      );
    });
  }
}

function toView({ id, amountFen, points }: BegunRefund): BegunRefundView {
  return { id: toPublicId('order-refund', id), amountFen, points };
}
