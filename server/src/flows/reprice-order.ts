import { Body, HttpCode, Injectable, Post } from '@nestjs/common';
import { ApiNoContentResponse } from '@nestjs/swagger';
import {
  AdminApi,
  CurrentAdmin,
  CurrentStaff,
  ForAdmin,
  ForStaff,
  StaffApi,
  type AdminActor,
  type StaffActor,
} from '../platform/auth/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import { Fen, IdParam, Refusal, Text } from '../platform/http/index.js';
import {
  RepriceOrder,
  adminWorker,
  staffWorker,
  type NewPrice,
  type Worker,
} from '../modules/orders/index.js';
import { ClosePayment } from '../modules/payments/index.js';

class NewPriceBody {
  @Fen({ min: 1, doc: 'To pay from now on: less than before, and no less than the freight' })
  payFen: number;

  @Text({ max: 30, doc: 'Why; the customer reads it', example: '老顾客抹零' })
  reason: string;
}

/**
 * Lets a customer pay less for an order that waits for its payment. The amount before is closed at WeChat first, so
 * that there are never two amounts that can be paid; the next time the customer pays, it is under a new number.
 */
@Injectable()
export class RepriceUnpaidOrder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repriceOrder: RepriceOrder,
    private readonly closePayment: ClosePayment,
  ) {}

  /** @throws Refusal `not_found`, `order_not_repriceable`, `price_not_lower`; WechatUnavailable while nothing is certain */
  async execute(worker: Worker, price: NewPrice): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      // First, and without keeping anything: who may not change the price closes no payment either.
      await this.repriceOrder.repriceable(tx, worker, price.orderId);
    });
    if ((await this.closePayment.execute(price.orderId)) === 'paid') {
      throw new Refusal('order_not_repriceable');
    }
    await this.unitOfWork.run(async (tx) => {
      await this.repriceOrder.execute(tx, worker, price);
      if (!(await this.closePayment.isOver(tx, price.orderId))) {
        throw new Refusal('conflict', { detail: '顾客刚刚又点了付款，请稍后再改一次。' });
      }
    });
  }
}

@StaffApi('orders')
export class StaffRepricingController {
  constructor(private readonly reprice: RepriceUnpaidOrder) {}

  @Post(':id/price')
  @HttpCode(204)
  @ForStaff('orders.reprice')
  @ApiNoContentResponse()
  change(
    @CurrentStaff() staff: StaffActor,
    @IdParam('id', 'order') orderId: number,
    @Body() body: NewPriceBody,
  ): Promise<void> {
    return this.reprice.execute(staffWorker(staff), { orderId, ...body });
  }
}

@AdminApi('orders')
export class AdminRepricingController {
  constructor(private readonly reprice: RepriceUnpaidOrder) {}

  @Post(':id/price')
  @HttpCode(204)
  @ForAdmin('orders.reprice')
  @ApiNoContentResponse()
  change(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'order') orderId: number,
    @Body() body: NewPriceBody,
  ): Promise<void> {
    return this.reprice.execute(adminWorker(admin), { orderId, ...body });
  }
}
