import { Injectable } from '@nestjs/common';
import { CARRIERS, ORDER_MOVES, PARCELS_MAX, canHappen, type Carrier } from '@regulars/shared';
import { Audit } from '../../platform/audit/index.js';
import { Clock } from '../../platform/clock/index.js';
import type { Tx } from '../../platform/database/index.js';
import { Refusal } from '../../platform/http/index.js';
import { Jobs, Outbox } from '../../platform/jobs/index.js';
import { COMPLETE_SHIPPED_ORDER, DAY_MS, type CompleteShippedOrder } from './receive-order.js';
import { OrderRules } from './checkout/order-rules.js';
import { pack, sameLines, type PackedLine } from './domain/parcels.js';
import './order-events.js';
import { OrdersRepository, type OrderRow } from './orders.repository.js';
import { ParcelsRepository, type ParcelRow } from './parcels.repository.js';
import { actorOf, lockFor, type Worker } from './workers.js';

export interface Shipment {
  readonly company: Carrier;
  readonly trackingNo: string;
  /** Everything that still waits when absent. */
  readonly lines?: readonly PackedLine[];
}

/** Gives a parcel to the carrier: the whole order, or a part of it. */
@Injectable()
export class ShipOrder {
  constructor(
    private readonly orders: OrdersRepository,
    private readonly parcels: ParcelsRepository,
    private readonly rules: OrderRules,
    private readonly outbox: Outbox,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * Telling of one parcel twice sends it once.
   * @throws Refusal `not_found`, `order_not_shippable`, `parcel_impossible`, `parcel_known`, `parcel_limit_reached`
   */
  async execute(tx: Tx, worker: Worker, orderId: number, shipment: Shipment): Promise<void> {
    const order = await lockFor(worker, this.orders, tx, orderId);
    const sent = await this.parcels.ofOrder(tx, orderId);
    if (isKnown(sent, shipment)) {
      return;
    }
    if (!canHappen('ship_all', order.status, order.fulfilment)) {
      throw new Refusal('order_not_shippable');
    }
    const packing = pack(await this.orders.lines(tx, [orderId]), shipment.lines);
    if (packing.outcome === 'impossible') {
      throw new Refusal('parcel_impossible');
    }
    if (sent.length >= PARCELS_MAX || (sent.length === PARCELS_MAX - 1 && !packing.last)) {
      throw new Refusal('parcel_limit_reached');
    }
    const { company, trackingNo } = shipment;
    const number = sent.length + 1;
    const sentAt = this.clock.now();
    await this.parcels.add(tx, { orderId, number, company, trackingNo, sentAt, lines: packing.lines });
    await this.move(tx, worker, order, { company, trackingNo, last: packing.last });
    await this.audit.record(tx, {
      actor: { kind: worker.kind, id: worker.id },
      brandId: order.brandId,
      action: 'order.shipped',
      subject: { kind: 'order', id: orderId },
      detail: { company, trackingNo },
    });
    await this.outbox.emit(tx, 'order.handed-over', { orderId });
  }

  private async move(
    tx: Tx,
    worker: Worker,
    { id: orderId, brandId, status, handedOverAt }: OrderRow,
    { company, trackingNo, last }: Pick<ParcelRow, 'company' | 'trackingNo'> & { last: boolean },
  ): Promise<void> {
    const now = this.clock.now();
    const waybill = `${CARRIERS[company]}，运单号 ${trackingNo}`;
    const what = {
      orderId,
      actor: actorOf(worker),
      at: now,
      note: last ? `已交给${waybill}` : `先发出一个包裹：${waybill}`,
    };
    if (!last && status === 'partly_shipped') {
      await this.orders.addEvent(tx, { ...what, status });
      return;
    }
    const move = last ? ORDER_MOVES.ship_all : ORDER_MOVES.ship_part;
    await this.orders.move(tx, { ...what, ...move, set: { handed_over_at: handedOverAt ?? now } });
    if (last) {
      const { receivedAfterDays } = await this.rules.of(brandId);
      await this.jobs.schedule(tx, {
        kind: COMPLETE_SHIPPED_ORDER,
        key: `order:${orderId}`,
        dueAt: this.clock.in(receivedAfterDays * DAY_MS),
        payload: { orderId } satisfies CompleteShippedOrder,
      });
    }
  }
}

/** @throws Refusal `parcel_known` when the waybill stands for another parcel of this order */
function isKnown(sent: readonly ParcelRow[], { company, trackingNo, lines }: Shipment): boolean {
  const known = sent.find((parcel) => parcel.company === company && parcel.trackingNo === trackingNo);
  if (known && lines && !sameLines(known.lines, lines)) {
    throw new Refusal('parcel_known');
  }
  return known !== undefined;
}
