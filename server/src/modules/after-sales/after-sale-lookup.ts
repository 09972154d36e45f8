import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/index.js';
import { decodeCursor, encodeCursor, notFound, toPage, type Page } from '../../platform/http/index.js';
import { OrderLookup, type OrderLineRow } from '../orders/index.js';
import {
  toAfterSaleSummaryView,
  toAfterSaleView,
  type AfterSaleSummaryView,
  type AfterSaleView,
} from './after-sale.view.js';
import type { Queue } from './after-sales.dto.js';
import { AfterSalesRepository, type AfterSaleRow, type QueueFilter } from './after-sales.repository.js';
import type { Handler } from './handle-after-sale.js';

interface PageWish {
  readonly after?: string;
  readonly limit: number;
}

@Injectable()
export class AfterSaleLookup {
  constructor(
    private readonly database: Database,
    private readonly afterSales: AfterSalesRepository,
    private readonly orders: OrderLookup,
  ) {}

  /** @throws Refusal `not_found`, also when it is somebody else's */
  async ofMember(memberId: number, id: number): Promise<AfterSaleView> {
    return this.view(found(await this.afterSales.ofMember(this.database, memberId, id)));
  }

  /** @throws Refusal `not_found`, also when it is another store's or brand's */
  async ofHandler(handler: Handler, id: number): Promise<AfterSaleView> {
    return this.view(await this.rowOf(handler, id));
  }

  /** @throws Refusal `not_found`, also when it is another store's or brand's */
  async rowOf(handler: Handler, id: number): Promise<AfterSaleRow> {
    const row = found(await this.afterSales.find(this.database, id));
    const within =
      handler.kind === 'staff'
        ? handler.storeIds.includes(row.storeId)
        : handler.brandIds.includes(row.brandId);
    return found(within ? row : undefined);
  }

  /** Newest first. */
  async memberPage(memberId: number, brandId: number, wish: PageWish): Promise<Page<AfterSaleSummaryView>> {
    return this.newest({ memberId, brandId }, wish);
  }

  /** What waits comes first by its deadline; everything else newest first. */
  async queuePage(filter: QueueFilter, queue: Queue, wish: PageWish): Promise<Page<AfterSaleSummaryView>> {
    switch (queue) {
      case 'waiting':
        return this.urgent(filter, wish);
      case 'escalated':
        return this.newest({ ...filter, open: true, escalated: true }, wish);
      case 'ended':
        return this.newest({ ...filter, open: false }, wish);
      case 'all':
        return this.newest(filter, wish);
    }
  }

  async view(row: AfterSaleRow): Promise<AfterSaleView> {
    const [lines, events, orderLines] = await Promise.all([
      this.afterSales.lines(this.database, [row.id]),
      this.afterSales.events(this.database, row.id),
      this.orders.linesOf(row.orderId),
    ]);
    return toAfterSaleView(row, lines, byId(orderLines), events);
  }

  private async newest(filter: QueueFilter, { after, limit }: PageWish): Promise<Page<AfterSaleSummaryView>> {
    const beforeId = after === undefined ? Number.MAX_SAFE_INTEGER : decodeCursor(after, ['number'])[0];
    const rows = await this.afterSales.page(this.database, filter, beforeId, limit + 1);
    const page = toPage(
      rows,
      limit,
      ({ id }) => [id],
      (row) => row,
    );
    return { items: await this.summaries(page.items), next: page.next };
  }

  private async urgent(filter: QueueFilter, { after, limit }: PageWish): Promise<Page<AfterSaleSummaryView>> {
    const [due, id] = after === undefined ? [] : decodeCursor(after, ['number', 'number']);
    const behind = due === undefined || id === undefined ? undefined : { dueAt: new Date(due), id };
    const rows = await this.afterSales.queue(this.database, filter, behind, limit + 1);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    const next = rows.length > limit && last?.dueAt ? encodeCursor([last.dueAt.getTime(), last.id]) : null;
    return { items: await this.summaries(shown), next };
  }

  private async summaries(rows: readonly AfterSaleRow[]): Promise<AfterSaleSummaryView[]> {
    const [lines, orderLines] = await Promise.all([
      this.afterSales.lines(
        this.database,
        rows.map(({ id }) => id),
      ),
      this.orders.linesOfAll(rows.map(({ orderId }) => orderId)),
    ]);
    const known = byId(orderLines);
    return rows.map((row) => toAfterSaleSummaryView(row, lines, known));
  }
}

const byId = (lines: readonly OrderLineRow[]): ReadonlyMap<number, OrderLineRow> =>
  new Map(lines.map((line) => [line.id, line]));

function found(row: AfterSaleRow | undefined): AfterSaleRow {
  if (!row) {
    throw notFound();
  }
  return row;
}
