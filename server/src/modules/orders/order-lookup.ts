import { Injectable } from '@nestjs/common';
import type { OrderStatus } from '@regulars/shared';
import type { StaffActor } from '../../platform/auth/index.js';
import { FieldCipher } from '../../platform/crypto/index.js';
import { Database } from '../../platform/database/index.js';
import { decodeCursor, notFound, toPage, type Page } from '../../platform/http/index.js';
import type { AddressContent } from '../members/index.js';
import { StoreLookup } from '../org/index.js';
import { toOrderSummaryView, type OrderDetail, type OrderSummaryView } from './order.view.js';
import { OrdersRepository, type OrderLineRow, type OrderRow } from './orders.repository.js';

const WAITING_SHOWN = 50;

interface PageWish {
  readonly brandId: number;
  readonly status?: OrderStatus;
  readonly after?: string;
  readonly limit: number;
}

@Injectable()
export class OrderLookup {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersRepository,
    private readonly stores: StoreLookup,
    private readonly cipher: FieldCipher,
  ) {}

  /** @throws Refusal `not_found`, also when the order is somebody else's */
  async ofMember(memberId: number, orderId: number): Promise<OrderRow> {
    return found(await this.orders.ofMember(this.database, memberId, orderId));
  }

  /** For WeChat's order centre, which knows only its own number. @throws Refusal `not_found` */
  async ofMemberByTradeNo(memberId: number, outTradeNo: string): Promise<OrderRow> {
    return found(await this.orders.ofMemberByTradeNo(this.database, memberId, outTradeNo));
  }

  /** @throws Refusal `not_found`, also when the order is another brand's */
  async ofBrands(brandIds: readonly number[], orderId: number): Promise<OrderRow> {
    return found(await this.orders.ofBrands(this.database, brandIds, orderId));
  }

  /** @throws Refusal `not_found`, also when the code is another store's */
  async byPickupCode(staff: StaffActor, code: string): Promise<OrderRow> {
    return found(await this.orders.byPickupCode(this.database, staff.storeIds, code));
  }

  async detail(order: OrderRow): Promise<OrderDetail> {
    const [lines, events, store] = await Promise.all([
      this.orders.lines(this.database, [order.id]),
      this.orders.events(this.database, order.id),
      this.stores.find(order.storeId),
    ]);
    const address =
      order.address === null ? null : (JSON.parse(this.cipher.open(order.address)) as AddressContent);
    return { order, lines, events, store, address };
  }

  linesOf(orderId: number): Promise<OrderLineRow[]> {
    return this.orders.lines(this.database, [orderId]);
  }

  /** Newest first. */
  async memberPage(memberId: number, wish: PageWish): Promise<Page<OrderSummaryView>> {
    const rows = await this.orders.memberPage(
      this.database,
      { memberId, brandId: wish.brandId, status: wish.status, beforeId: beforeId(wish.after) },
      wish.limit + 1,
    );
    return this.toSummaryPage(rows, wish.limit);
  }

  /** Newest first. */
  async brandPage(wish: PageWish): Promise<Page<OrderSummaryView>> {
    const rows = await this.orders.brandPage(
      this.database,
      { brandId: wish.brandId, status: wish.status, beforeId: beforeId(wish.after) },
      wish.limit + 1,
    );
    return this.toSummaryPage(rows, wish.limit);
  }

  /** What waits at a store's counter, oldest first. */
  async awaitingPickupAt(storeId: number): Promise<OrderSummaryView[]> {
    return this.toSummaries(await this.orders.awaitingPickupAt(this.database, storeId, WAITING_SHOWN));
  }

  /** What waits for this member at these stores, oldest first. */
  async awaitingPickupBy(memberId: number, storeIds: readonly number[]): Promise<OrderSummaryView[]> {
    return this.toSummaries(
      await this.orders.awaitingPickupBy(this.database, memberId, storeIds, WAITING_SHOWN),
    );
  }

  private async toSummaryPage(rows: readonly OrderRow[], limit: number): Promise<Page<OrderSummaryView>> {
    const { items, next } = toPage(
      rows,
      limit,
      ({ id }) => [id],
      (row) => row,
    );
    return { items: await this.toSummaries(items), next };
  }

  private async toSummaries(rows: readonly OrderRow[]): Promise<OrderSummaryView[]> {
    const lines = await this.orders.lines(
      this.database,
      rows.map(({ id }) => id),
    );
    return rows.map((row) =>
      toOrderSummaryView(
        row,
        lines.filter(({ orderId }) => orderId === row.id),
      ),
    );
  }
}

function found(order: OrderRow | undefined): OrderRow {
  if (!order) {
    throw notFound();
  }
  return order;
}

function beforeId(after: string | undefined): number {
  return after === undefined ? Number.MAX_SAFE_INTEGER : decodeCursor(after, ['number'])[0];
}
