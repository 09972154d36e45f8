import { Injectable } from '@nestjs/common';
import { CARRIERS, type Carrier } from '@regulars/shared';
import { Audit } from '../../../platform/audit/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal, notFound } from '../../../platform/http/index.js';
import { Outbox } from '../../../platform/jobs/index.js';
import '../order-events.js';
import { OrdersRepository } from '../orders.repository.js';
import { ParcelsRepository } from '../parcels.repository.js';
import { ShippingUploads } from '../shipping-uploads.js';
import { actorOf, lockFor, type Worker } from '../workers.js';

export interface Correction {
  readonly orderId: number;
  /** Of the parcel within the order. */
  readonly number: number;
  readonly company: Carrier;
  readonly trackingNo: string;
}

/** A waybill was mistyped. WeChat lets a finished shipment be changed once, so it is once here. */
@Injectable()
export class CorrectParcel {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly parcels: ParcelsRepository,
    private readonly uploads: ShippingUploads,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not_found`, `parcel_not_correctable`, `parcel_known` */
  async execute(tx: Tx, worker: Worker, { orderId, number, company, trackingNo }: Correction): Promise<void> {
    const order = await lockFor(worker, this.orders, tx, orderId);
    const parcels = await this.parcels.ofOrder(tx, orderId);
    const parcel = parcels.find((each) => each.number === number);
    if (!parcel) {
      throw notFound();
    }
    const same = parcels.find((each) => each.company === company && each.trackingNo === trackingNo);
    if (same === parcel) {
      return;
    }
    if (same) {
      throw new Refusal('parcel_known');
    }
    if (order.status !== 'shipped' || parcels.some(({ corrected }) => corrected > 0)) {
      throw new Refusal('parcel_not_correctable');
    }
    await this.parcels.correct(tx, parcel.id, { company, trackingNo });
    await this.uploads.again(tx, orderId);
    await this.orders.addEvent(tx, {
      orderId,
      at: this.clock.now(),
      status: order.status,
      actor: actorOf(worker),
      note: `更正运单号：${CARRIERS[company]} ${trackingNo}`,
    });
    await this.audit.record(tx, {
      actor: { kind: worker.kind, id: worker.id },
      brandId: order.brandId,
      action: 'order.parcel-corrected',
      subject: { kind: 'order', id: orderId },
      detail: { company, trackingNo, before: parcel.trackingNo },
    });
    await this.outbox.emit(tx, 'order.handed-over', { orderId });
  }
}
