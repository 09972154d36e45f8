import { Injectable } from '@nestjs/common';
import { ORDER_STAGES, ORDER_STAGE_STATUSES, type OrderStage, type OrderStatus } from '@regulars/shared';
import type { StaffActor } from '../../platform/auth/index.js';
import { FieldCipher } from '../../platform/crypto/index.js';
import { Database, type Reader, type Tx } from '../../platform/database/index.js';
import { decodeCursor, notFound, toPage, type Page } from '../../platform/http/index.js';
import { People, type AddressContent } from '../members/index.js';
import { StoreLookup } from '../org/index.js';
import { Invoices } from './checkout/invoices.js';
import { toOrderSummaryView, type OrderDetail, type OrderSummaryView } from './order.view.js';
import { OrdersRepository, type OrderLineRow, type OrderRow } from './orders.repository.js';
import { ParcelsRepository, type ParcelRow } from './parcels.repository.js';
import { ShippingUploads } from './shipping-uploads.js';

const WAITING_SHOWN = 50;

/** Goods are still to reach the customer, or may be as soon as a payment comes through. */
const GOODS_OWED: readonly OrderStatus[] = [
  'pending_payment',
  'paid',
  'preparing',
  'ready',
  'partly_shipped',
];

export interface Dispatch {
  readonly order: OrderRow;
  readonly parcels: readonly ParcelRow[];
  /** Those that WeChat does not know of, each with what is in it. */
  readonly untold: readonly (ParcelRow & { readonly items: string })[];
  readonly items: string;
  readonly address: AddressContent | null;
  readonly toldUpToDate: boolean;
}

interface PageWish {
  readonly brandId: number;
  readonly status?: OrderStatus;
  readonly stage?: OrderStage;
  readonly after?: string;
  readonly limit: number;
}

interface BrandPageWish extends PageWish {
  readonly storeId?: number;
  readonly from?: string;
  readonly to?: string;
  readonly number?: string;
  readonly phone?: string;
}

interface StorePageWish extends Omit<PageWish, 'brandId' | 'stage'> {
  readonly storeId: number;
}

@Injectable()
export class OrderLookup {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersRepository,
    private readonly parcels: ParcelsRepository,
    private readonly uploads: ShippingUploads,
    private readonly invoices: Invoices,
    private readonly people: People,
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

  /** @throws Refusal `not_found`, also when it leaves another store */
  async ofStores(storeIds: readonly number[], orderId: number): Promise<OrderRow> {
    return found(await this.orders.ofStores(this.database, storeIds, orderId));
  }

  /** @throws Refusal `not_found`, also when the code is another store's */
  async byPickupCode(staff: StaffActor, code: string): Promise<OrderRow> {
    return found(await this.orders.byPickupCode(this.database, staff.storeIds, code));
  }

  /** Whether a member waits for anything they ordered. */
  async isOwedGoods(reader: Reader, memberId: number): Promise<boolean> {
    return (await this.orders.countIn(reader, memberId, GOODS_OWED)) > 0;
  }

  async detail(order: OrderRow): Promise<OrderDetail> {
    const [lines, events, store, parcels, invoice] = await Promise.all([
      this.orders.lines(this.database, [order.id]),
      this.orders.events(this.database, order.id),
      this.stores.find(order.storeId),
      this.parcelsOf(order),
      this.invoices.of(this.database, order.id),
    ]);
    return { order, lines, events, store, parcels, invoice, address: this.addressOf(order) };
  }

  /** None are looked for where nothing travels. */
  parcelsOf({ id, fulfilment }: Pick<OrderRow, 'id' | 'fulfilment'>): Promise<ParcelRow[]> {
    return fulfilment === 'delivery' ? this.parcels.ofOrder(this.database, id) : Promise.resolve([]);
  }

  /** What WeChat has to hear of an order that was handed over. */
  async dispatchOf(orderId: number): Promise<Dispatch> {
    const order = found(await this.orders.find(this.database, orderId));
    const [lines, parcels, upload] = await Promise.all([
      this.linesOf(orderId),
      this.parcelsOf(order),
      this.uploads.of(this.database, orderId),
    ]);
    const names = new Map(lines.map(({ id, name }) => [id, name]));
    const untold = parcels
      .filter(({ number }) => number > (upload?.parcelsTold ?? 0))
      .map((parcel) => ({
        ...parcel,
        items: parcel.lines
          .map(({ lineId, quantity }) => `${names.get(lineId) ?? ''}×${quantity}`)
          .join('、'),
      }));
    return {
      order,
      parcels,
      untold,
      items: lines
        .filter((line) => kept(line) > 0)
        .map((line) => `${line.name}×${kept(line)}`)
        .join('、'),
      address: this.addressOf(order),
      toldUpToDate: upload?.status === 'done' && untold.length === 0,
    };
  }

  /** Parcels of an order that is held until the transaction ends. */
  async parcelCount(tx: Tx, orderId: number): Promise<number> {
    await this.orders.lock(tx, orderId);
    return this.parcels.count(tx, orderId);
  }

  linesOfAll(orderIds: readonly number[]): Promise<OrderLineRow[]> {
    return this.orders.lines(this.database, orderIds);
  }

  linesOf(orderId: number): Promise<OrderLineRow[]> {
    return this.orders.lines(this.database, [orderId]);
  }

  /** Newest first. */
  async memberPage(memberId: number, wish: PageWish): Promise<Page<OrderSummaryView>> {
    const rows = await this.orders.memberPage(
      this.database,
      { memberId, brandId: wish.brandId, statuses: statusesOf(wish), beforeId: beforeId(wish.after) },
      wish.limit + 1,
    );
    return this.toSummaryPage(rows, wish.limit);
  }

  /** Newest first. */
  async brandPage({ number, phone, ...wish }: BrandPageWish): Promise<Page<OrderSummaryView>> {
    const { brandId, storeId, from, to } = wish;
    const rows = await this.orders.brandPage(
      this.database,
      {
        ...{ brandId, storeId, from, to },
        beforeId: beforeId(wish.after),
        statuses: statusesOf(wish),
        outTradeNo: number,
        receiver: phone === undefined ? undefined : await this.receiverOf(phone),
      },
      wish.limit + 1,
    );
    return this.toSummaryPage(rows, wish.limit);
  }

  /** By stage; one statement. */
  async counts(memberId: number, brandId: number): Promise<Record<OrderStage, number>> {
    const rows = await this.orders.counts(this.database, memberId, brandId);
    return Object.fromEntries(
      ORDER_STAGES.map((stage) => [
        stage,
        rows
          .filter(({ status }) => ORDER_STAGE_STATUSES[stage].includes(status))
          .reduce((sum, { orders }) => sum + orders, 0),
      ]),
    ) as Record<OrderStage, number>;
  }

  /** What leaves a store, oldest first. */
  async storePage(wish: StorePageWish): Promise<Page<OrderSummaryView>> {
    const rows = await this.orders.storePage(
      this.database,
      { storeId: wish.storeId, status: wish.status, afterId: afterId(wish.after) },
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

  private addressOf({ address }: OrderRow): AddressContent | null {
    return address === null ? null : (JSON.parse(this.cipher.open(address)) as AddressContent);
  }

  private async receiverOf(phone: string): Promise<{ phoneIndex: string; memberIds: number[] }> {
    const phoneIndex = this.cipher.index('phone', phone);
    const memberId = await this.people.byPhone(this.database, phone);
    return { phoneIndex, memberIds: memberId === undefined ? [] : [memberId] };
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

function afterId(after: string | undefined): number {
  return after === undefined ? 0 : decodeCursor(after, ['number'])[0];
}

/** Pieces that were not given back before they were sent. */
function kept({ quantity, cancelledQuantity }: OrderLineRow): number {
  return quantity - cancelledQuantity;
}

function statusesOf({
  status,
  stage,
}: Pick<PageWish, 'status' | 'stage'>): readonly OrderStatus[] | undefined {
  return status === undefined ? stage && ORDER_STAGE_STATUSES[stage] : [status];
}
