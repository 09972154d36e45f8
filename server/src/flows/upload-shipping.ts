import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/index.js';
import { UnitOfWork, type Tx } from '../platform/database/index.js';
import { JobHandler, Jobs, OnEvent, type HandlesJob, type Settle } from '../platform/jobs/index.js';
import { MiniProgram, WechatUnavailable, type Shipping, type ShippingUpload } from '../wechat/index.js';
import {
  OrderLookup,
  ShippingUploads,
  type Dispatch,
  type OrderHandedOver,
} from '../modules/orders/index.js';
import { PaymentLookup } from '../modules/payments/index.js';

const UPLOAD_SHIPPING = 'orders.tell-shipping';

/** About a day of trying, with pauses of up to an hour; by then the alarm list has shown it for long. */
const ATTEMPTS_MAX = 30;

/** One upload of an order at a time: a second parcel waits for the first to be told. */
@Injectable()
export class ScheduleShippingUpload {
  constructor(private readonly jobs: Jobs) {}

  execute(tx: Tx, { orderId }: OrderHandedOver): Promise<void> {
    return this.jobs.schedule(tx, { kind: UPLOAD_SHIPPING, key: `order:${orderId}`, payload: { orderId } });
  }
}

@OnEvent('order.handed-over', 'orders.upload-shipping')
export class UploadHandedOver implements HandlesJob<OrderHandedOver> {
  constructor(private readonly schedule: ScheduleShippingUpload) {}

  async run(event: OrderHandedOver, settle: Settle): Promise<void> {
    await settle((tx) => this.schedule.execute(tx, event));
  }
}

/** WeChat keeps the money of an order until it hears that the goods are with the customer or on their way. */
@JobHandler(UPLOAD_SHIPPING, { attemptsMax: ATTEMPTS_MAX })
export class UploadShipping implements HandlesJob<OrderHandedOver> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderLookup,
    private readonly uploads: ShippingUploads,
    private readonly payments: PaymentLookup,
    private readonly schedule: ScheduleShippingUpload,
    private readonly miniProgram: MiniProgram,
    private readonly clock: Clock,
  ) {}

  async run({ orderId }: OrderHandedOver, settle: Settle): Promise<void> {
    const payment = await this.payments.paymentOf(orderId);
    const dispatch = await this.orders.dispatchOf(orderId);
    // What cost nothing has no money at WeChat that could be stuck.
    if (!payment || dispatch.toldUpToDate) {
      return;
    }
    const upload = await this.tell(dispatch, payment);
    const of = { orderId, brandId: dispatch.order.brandId };
    await settle(async (tx) => {
      if (upload.outcome === 'done') {
        await this.uploads.note(tx, of, 'done', { parcelsTold: dispatch.parcels.length });
        await this.mindLaterParcels(tx, dispatch);
      } else {
        await this.uploads.note(tx, of, 'refused', {
          problem: `微信没有收下：${upload.errcode} ${upload.errmsg}`,
        });
      }
    });
  }

  private async tell(
    dispatch: Dispatch,
    payment: { transactionId: string; openid: string },
  ): Promise<Exclude<ShippingUpload, { outcome: 'later' }>> {
    const { order } = dispatch;
    const of = { orderId: order.id, brandId: order.brandId };
    const later = async (why: string): Promise<never> => {
      await this.unitOfWork.run((tx) => this.uploads.note(tx, of, 'waiting', { problem: why }));
      throw new WechatUnavailable(`Shipping of order ${order.id}: ${why}`);
    };
    const upload = await this.miniProgram
      .uploadShippingInfo({ ...payment, shipping: shippingOf(dispatch), at: this.clock.now() })
      .catch(unlessUnavailable);
    if (upload === 'unavailable') {
      return later('微信暂时没有回应，稍后再传');
    }
    return upload.outcome === 'later' ? later('微信还查不到这笔支付，稍后再传') : upload;
  }

  /** A parcel that was sent while WeChat was being told of others found this job in its way. */
  private async mindLaterParcels(tx: Tx, { order, parcels }: Dispatch): Promise<void> {
    if ((await this.orders.parcelCount(tx, order.id)) > parcels.length) {
      await this.schedule.execute(tx, { orderId: order.id });
    }
  }
}

function unlessUnavailable(error: unknown): 'unavailable' {
  if (error instanceof WechatUnavailable) {
    return 'unavailable';
  }
  throw error;
}

function shippingOf({ order, parcels, untold, items, address }: Dispatch): Shipping {
  const phone = address ? `*******${address.phone.slice(-4)}` : undefined;
  if (order.fulfilment === 'pickup') {
    return { kind: 'pickup', items };
  }
  return {
    kind: 'express',
    parcels: untold.map(({ company, trackingNo, items }) => ({
      company,
      trackingNo,
      items,
      receiverPhoneMasked: phone,
    })),
    more: order.status === 'partly_shipped',
    split: parcels.length > 1 || order.status === 'partly_shipped',
  };
}
