import { Injectable } from '@nestjs/common';
import {
  EXPORT_DAYS_MAX,
  EXPORT_KIND_TEXT,
  ORDER_STATUS_TEXT,
  assertNever,
  fenToYuan,
  type ExportKind,
  type FulfilmentKind,
} from '@regulars/shared';
import { addDays, startOfBusinessDay } from '../../../../platform/clock/index.js';
import { Database } from '../../../../platform/database/index.js';
import { Refusal } from '../../../../platform/http/index.js';
import { WechatPay } from '../../../../wechat/index.js';
import { OrderBooks } from '../../../orders/index.js';
import { BillsRepository } from '../bills.repository.js';
import { csvHead, csvLine, type Cell } from '../domain/csv.js';
import type { Span } from '../our-books.repository.js';
import { billTime, milliYuan } from './cells.js';
import { ExportsRepository, type Mark } from './exports.repository.js';

const ROWS_AT_ONCE = 500;
const BEGINNING: Mark = { at: new Date(0), id: 0 };

export interface ExportWish {
  readonly brandId: number;
  readonly kind: ExportKind;
  readonly from: string;
  readonly to: string;
}

type Row = readonly Cell[];

const COLUMNS: Readonly<Record<ExportKind, readonly string[]>> = {
  orders: [
    ...[
      '下单日',
      '单号',
      '状态',
      '配送方式',
      '商品原价',
      '优惠',
      '运费',
      '应付',
      '实付',
      '已退款',
      '抵扣积分',
    ],
    ...['下单时间', '付款时间'],
  ],
  payments: ['付款时间', '单号', '微信支付单号', '金额', '说明'],
  refunds: ['退款时间', '单号', '退款单号', '微信支付单号', '金额', '类型', '原因'],
  fees: ['交易时间', '类型', '单号', '微信单号', '金额', '手续费'],
  discounts: ['下单日', '单号', '订单状态', '优惠类型', '说明', '金额'],
};

const FULFILMENT: Readonly<Record<FulfilmentKind, string>> = { pickup: '到店自取', delivery: '快递配送' };
const DISCOUNT: Readonly<Record<string, string>> = {
  'time-price': '限时价',
  member: '会员价',
  'spend-and-save': '满减',
  coupon: '优惠券',
  points: '积分抵扣',
};

/** Streams what finance takes home, day by day and page by page: memory does not grow with the period. */
@Injectable()
export class FinanceExport {
  constructor(
    private readonly database: Database,
    private readonly orders: OrderBooks,
    private readonly exports: ExportsRepository,
    private readonly bills: BillsRepository,
    private readonly pay: WechatPay,
  ) {}

  /** @throws Refusal `export_too_long`, before a byte is written */
  check({ from, to }: ExportWish): void {
    if (from > to || addDays(from, EXPORT_DAYS_MAX) <= to) {
      throw new Refusal('export_too_long', from > to ? { detail: '结束日期不能早于开始日期。' } : {});
    }
  }

  fileName({ kind, from, to }: ExportWish): string {
    return `${EXPORT_KIND_TEXT[kind]}_${from}${from === to ? '' : `_${to}`}.csv`;
  }

  async *csv(wish: ExportWish): AsyncGenerator<string> {
    yield csvHead(COLUMNS[wish.kind]);
    for (let day = wish.from; day <= wish.to; day = addDays(day, 1)) {
      for await (const rows of this.pages(wish, day)) {
        yield rows.map(csvLine).join('');
      }
    }
  }

  private pages({ kind, brandId }: ExportWish, day: string): AsyncGenerator<Row[]> {
    switch (kind) {
      case 'orders':
        return this.ordersOf(brandId, day);
      case 'discounts':
        return this.discountsOf(brandId, day);
      case 'payments':
        return this.paymentsOf(brandId, day);
      case 'refunds':
        return this.refundsOf(brandId, day);
      case 'fees':
        return this.feesOf(brandId, day);
      default:
        return assertNever(kind);
    }
  }

  private async *ordersOf(brandId: number, day: string): AsyncGenerator<Row[]> {
    for await (const ids of this.idPages(brandId, day)) {
      const orders = await this.orders.of(this.database, ids);
      yield orders.map((order) => [
        order.businessDay,
        { digits: order.outTradeNo },
        ORDER_STATUS_TEXT[order.status],
        FULFILMENT[order.fulfilment],
        yuan(order.goodsFen),
        yuan(order.discountFen),
        yuan(order.freightFen),
        yuan(order.payFen),
        yuan(order.paidFen),
        yuan(order.refundedFen),
        order.points,
        billTime(order.createdAt),
        order.paidAt && billTime(order.paidAt),
      ]);
    }
  }

  private async *discountsOf(brandId: number, day: string): AsyncGenerator<Row[]> {
    for await (const ids of this.idPages(brandId, day)) {
      const orders = new Map((await this.orders.of(this.database, ids)).map((order) => [order.id, order]));
      const discounts = await this.orders.discountsOf(this.database, ids);
      yield discounts.map(({ orderId, rule, label, amountFen }) => {
        const order = orders.get(orderId);
        return [
          day,
          { digits: order?.outTradeNo ?? '' },
          order ? ORDER_STATUS_TEXT[order.status] : null,
          DISCOUNT[rule] ?? rule,
          label,
          yuan(amountFen),
        ];
      });
    }
  }

  private async *paymentsOf(brandId: number, day: string): AsyncGenerator<Row[]> {
    const span = this.spanOf(day);
    const pages = paged(BEGINNING, (after) =>
      this.exports.payments(this.database, brandId, span, after, ROWS_AT_ONCE),
    );
    for await (const payments of pages) {
      yield payments.map(({ at, outTradeNo, transactionId, amountFen, status }) => [
        billTime(at),
        { digits: outTradeNo },
        { digits: transactionId },
        yuan(amountFen),
        status === 'returned' ? '订单已结束，自动退回' : '',
      ]);
    }
  }

  private async *refundsOf(brandId: number, day: string): AsyncGenerator<Row[]> {
    const span = this.spanOf(day);
    const pages = paged(BEGINNING, (after) =>
      this.exports.refunds(this.database, brandId, span, after, ROWS_AT_ONCE),
    );
    for await (const refunds of pages) {
      yield refunds.map((refund) => [
        billTime(refund.at),
        { digits: refund.outTradeNo },
        { digits: refund.outRefundNo },
        { digits: refund.transactionId },
        yuan(refund.amountFen),
        refund.kind === 'order' ? '订单退款' : '多付退回',
        refund.reason,
      ]);
    }
  }

  private async *feesOf(brandId: number, day: string): AsyncGenerator<Row[]> {
    const bill = await this.bills.ofDay(this.database, this.pay.mchId, day);
    if (!bill) {
      return;
    }
    const pages = paged(BEGINNING, ({ id }) =>
      this.exports.fees(this.database, brandId, bill.id, id, ROWS_AT_ONCE),
    );
    for await (const fees of pages) {
      yield fees.map((fee) => [
        billTime(fee.at),
        fee.kind === 'payment' ? '收款' : '退款',
        { digits: fee.outTradeNo },
        { digits: fee.number },
        yuan(fee.kind === 'payment' ? fee.amountFen : -fee.amountFen),
        { yuan: milliYuan(fee.feeMilliFen) },
      ]);
    }
  }

  private async *idPages(brandId: number, day: string): AsyncGenerator<number[]> {
    const ids = await this.orders.idsOfDay(this.database, brandId, day);
    for (let at = 0; at < ids.length; at += ROWS_AT_ONCE) {
      yield ids.slice(at, at + ROWS_AT_ONCE);
    }
  }

  private spanOf(day: string): Span {
    return {
      mchId: this.pay.mchId,
      from: startOfBusinessDay(day),
      until: startOfBusinessDay(addDays(day, 1)),
    };
  }
}

function yuan(fen: number): Cell {
  return { yuan: fenToYuan(fen) };
}

async function* paged<T extends Mark>(
  beginning: Mark,
  read: (after: Mark) => Promise<T[]>,
): AsyncGenerator<T[]> {
  for (let after = beginning; ;) {
    const rows = await read(after);
    const last = rows.at(-1);
    if (!last) {
      return;
    }
    yield rows;
    after = last;
  }
}
