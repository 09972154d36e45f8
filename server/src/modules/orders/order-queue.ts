import { Injectable } from '@nestjs/common';
import { GroupCommit } from '../../platform/database/index.js';
import { Idempotency, type IdempotentRequest } from '../../platform/http/index.js';
import type { PlacedOrderView } from './order.view.js';
import { PlaceOrder, type OrderWish } from './place-order.js';
import type { WantedFulfilment } from './price-cart.js';

export interface OrderRequest extends IdempotentRequest {
  readonly wish: OrderWish;
}

/**
 * Where orders wait that want their goods from the same place, so that a rush on one of its shelves is a few
 * transactions with many orders rather than many that queue for the same row. Each is placed under its own key, and
 * answered when it is durable.
 */
@Injectable()
export class OrderQueue {
  /** By where the goods come from: there are no more of them than stores and brands. */
  private readonly lines = new Map<string, GroupCommit<OrderRequest, PlacedOrderView>>();

  constructor(
    private readonly idempotency: Idempotency,
    private readonly placeOrder: PlaceOrder,
  ) {}

  place(request: OrderRequest): Promise<PlacedOrderView> {
    const { brandId, fulfilment } = request.wish;
    return isPlain(request.wish)
      ? this.line(placeOf(brandId, fulfilment)).submit(request)
      : this.placeAlone(request);
  }

  private line(place: string): GroupCommit<OrderRequest, PlacedOrderView> {
    const line =
      this.lines.get(place) ??
      new GroupCommit<OrderRequest, PlacedOrderView>({
        // One order of a member at a time, or the second would not be counted against what the first leaves.
        nameOf: ({ actor }) => actor,
        together: (requests) =>
          this.idempotency.runTogether(requests, (tx, fresh) =>
            this.placeOrder.executeTogether(
              tx,
              fresh.map(({ wish }) => wish),
            ),
          ),
        alone: (request) => this.placeAlone(request),
      });
    this.lines.set(place, line);
    return line;
  }

  private placeAlone(request: OrderRequest): Promise<PlacedOrderView> {
    return this.idempotency.run(request, (tx) => this.placeOrder.execute(tx, request.wish));
  }
}

/** Nothing but goods: whatever else an order takes has statements of its own, for which others need not wait. */
function isPlain({
  couponId,
  points = 0,
  pickupFrom,
  invoice,
  fromCart = false,
  linkCode,
}: OrderWish): boolean {
  return (
    points === 0 &&
    !fromCart &&
    [couponId, pickupFrom, invoice, linkCode].every((extra) => extra === undefined)
  );
}

function placeOf(brandId: number, fulfilment: WantedFulfilment): string {
  return fulfilment.kind === 'pickup' ? `store ${fulfilment.storeId}` : `warehouse of brand ${brandId}`;
}
