import { Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../platform/auth/index.js';
import { UnitOfWork } from '../platform/database/index.js';
import {
  Fen,
  IdParam,
  Instant,
  ListOf,
  OneOf,
  OpaqueId,
  PublicId,
  Refusal,
  Text,
} from '../platform/http/index.js';
import { toPublicId } from '../platform/ids/index.js';
import {
  OrderLookup,
  SHIPPING_ALARM_KINDS,
  ShippingUploads,
  type ShippingAlarm,
  type ShippingAlarmKind,
} from '../modules/orders/index.js';
import { requireBrand } from '../modules/org/index.js';
import { ScheduleShippingUpload } from './upload-shipping.js';

class ShippingAlarmsQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;
}

class ShippingAlarmView {
  @OpaqueId('order', { doc: 'The order' })
  orderId: string;

  @Text({ max: 32, doc: 'Its number at WeChat Pay' })
  outTradeNo: string;

  @OneOf(SHIPPING_ALARM_KINDS, {
    name: 'ShippingAlarmKind',
    doc: 'WeChat refused what it was told, was not told yet, or there is nothing to tell since nothing was sent',
  })
  kind: ShippingAlarmKind;

  @Text({ max: 200, nullable: true, doc: 'What was in the way the last time' })
  problem: string | null;

  @Fen({ doc: 'The money that WeChat keeps' })
  payFen: number;

  @Instant({ doc: 'Since when' })
  since: string;
}

class ShippingAlarmListView {
  @ListOf(() => ShippingAlarmView, { max: 100, doc: 'The longest waiting first' })
  items: ShippingAlarmView[];
}

/** Orders whose money WeChat keeps because it has not heard of the goods. */
@AdminApi('')
export class ShippingAlarmsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderLookup,
    private readonly uploads: ShippingUploads,
    private readonly schedule: ScheduleShippingUpload,
  ) {}

  @Get('shipping-alarms')
  @ForAdmin('orders.see')
  @ApiOkResponse({ type: ShippingAlarmListView })
  async list(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId }: ShippingAlarmsQuery,
  ): Promise<ShippingAlarmListView> {
    requireBrand(admin, brandId);
    return { items: (await this.uploads.alarms(brandId)).map(toAlarmView) };
  }

  /** Tells WeChat again, at once. */
  @Post('orders/:id/shipping-upload')
  @HttpCode(204)
  @ForAdmin('orders.fulfil')
  @ApiNoContentResponse()
  async again(@CurrentAdmin() admin: AdminActor, @IdParam('id', 'order') id: number): Promise<void> {
    const order = await this.orders.ofBrands(admin.brandIds, id);
    if (order.handedOverAt === null) {
      throw new Refusal('order_not_shippable', { detail: '这笔订单还没有发货或交给顾客。' });
    }
    await this.unitOfWork.run((tx) => this.schedule.execute(tx, { orderId: id }));
  }
}

function toAlarmView({
  orderId,
  outTradeNo,
  kind,
  problem,
  payFen,
  since,
}: ShippingAlarm): ShippingAlarmView {
  return {
    orderId: toPublicId('order', orderId),
    outTradeNo,
    kind,
    problem,
    payFen,
    since: since.toISOString(),
  };
}
