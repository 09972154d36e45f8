import { OnEvent, type HandlesJob, type Settle } from '../platform/jobs/index.js';
import { MiniProgram, WechatRefused, WechatUnavailable } from '../wechat/index.js';
import { Clock } from '../platform/clock/index.js';
import { OrderLookup, type OrderHandedOver } from '../modules/orders/index.js';
import { PaymentLookup } from '../modules/payments/index.js';

/** WeChat keeps the money of an order until it hears that the goods are with the customer or on their way. */
@OnEvent('order.handed-over', 'orders.upload-shipping')
export class UploadShipping implements HandlesJob<OrderHandedOver> {
  constructor(
    private readonly orders: OrderLookup,
    private readonly payments: PaymentLookup,
    private readonly miniProgram: MiniProgram,
    private readonly clock: Clock,
  ) {}

  async run({ orderId, shipment }: OrderHandedOver, settle: Settle): Promise<void> {
    const payment = await this.payments.paymentOf(orderId);
    if (payment) {
      const lines = await this.orders.linesOf(orderId);
      const upload = await this.miniProgram.uploadShippingInfo({
        ...payment,
        items: lines.map(({ name, quantity }) => `${name}×${quantity}`).join('、'),
        shipping: shipment ? { kind: 'express', ...shipment } : { kind: 'pickup' },
        at: this.clock.now(),
      });
      if (upload.outcome === 'later') {
        throw new WechatUnavailable(`WeChat doesn't know the payment of order ${orderId} yet`);
      }
      if (upload.outcome === 'refused') {
        throw new WechatRefused('shipping upload', upload.errcode, upload.errmsg);
      }
    }
    await settle(() => Promise.resolve());
  }
}
