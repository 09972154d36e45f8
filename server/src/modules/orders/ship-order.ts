import { Injectable } from '@nestjs/common';
import { CARRIERS, type Carrier } from '@regulars/shared';
import { Audit } from '../../platform/audit/index.js';
import type { AdminActor } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal, notFound } from '../../platform/http/index.js';
import { Outbox } from '../../platform/jobs/index.js';
import './order-events.js';
import { OrdersRepository } from './orders.repository.js';

export interface Shipment {
  readonly company: Carrier;
  readonly trackingNo: string;
}

@Injectable()
export class ShipOrder {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not_found`, `order_not_shippable` */
  async execute(
    tx: Tx,
    admin: AdminActor,
    orderId: number,
    { company, trackingNo }: Shipment,
  ): Promise<void> {
    const order = await this.orders.ofBrands(tx, admin.brandIds, orderId);
    if (!order) {
      throw notFound();
    }
    const shipped =
      order.fulfilment === 'delivery' &&
      (await this.orders.move(tx, {
        orderId,
        from: ['paid'],
        to: 'shipped',
        actor: `admin:${admin.adminId}`,
        at: this.clock.now(),
        note: `已交给${CARRIERS[company]}，运单号 ${trackingNo}`,
        set: { shipping_company: company, tracking_no: trackingNo, handed_over_at: this.clock.now() },
      }));
    if (!shipped) {
      throw new Refusal('order_not_shippable');
    }
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: admin.adminId },
      brandId: order.brandId,
      action: 'order.shipped',
      subject: { kind: 'order', id: orderId },
      detail: { company, trackingNo },
    });
    await this.outbox.emit(tx, 'order.handed-over', { orderId, shipment: { company, trackingNo } });
  }
}
