import { quote } from '@regulars/server/modules/pricing/domain/quote';
import type { Tables } from '../../demo/load/tables.js';
import { BRAND, cartOf, memberOf, openidOf, storeOf, type TownLine } from './town.js';

const MINUTE_MS = 60_000;

export interface WrittenOrder {
  readonly id: number;
  readonly outTradeNo: string;
  readonly memberId: number;
  readonly payFen: number;
  readonly discountFen: number;
}

/** The order number `index` at WeChat; one that waits for its payment is the only kind that is asked for by number. */
export const tradeNumberOf = (index: number): string => `20260101${String(index).padStart(18, '0')}`;

export function payFenOf(index: number): number {
  return priceOf(cartOf(index)).payFen;
}

function priceOf(lines: readonly TownLine[]) {
  return quote({
    member: true,
    lines: lines.map(({ sku, quantity }) => ({
      skuId: sku.id,
      quantity,
      listFen: sku.priceFen,
      memberFen: sku.memberPriceFen,
    })),
  });
}

export interface OrderSeed {
  readonly index: number;
  readonly at: Date;
  readonly businessDay: string;
  readonly payment: { readonly appId: string; readonly mchId: string };
}

/** An order that waits for its payment, with everything that waiting means: held pieces, an open payment. */
export function writeUnpaid(tables: Tables, seed: OrderSeed): WrittenOrder {
  return write(tables, seed, undefined);
}

/** An order that was paid and picked up. */
export function writeCompleted(tables: Tables, seed: OrderSeed, paidAt: Date): WrittenOrder {
  const written = write(tables, seed, paidAt);
  for (const [status, actor, note] of [
    ['paid', 'system', '付款成功，请到店出示取货码'],
    ['completed', 'system', '已到店取货'],
  ] as const) {
    tables.add('order_event', { order_id: written.id, at: paidAt, status, actor, note });
  }
  return written;
}

function write(
  tables: Tables,
  { index, at, businessDay, payment }: OrderSeed,
  paidAt: Date | undefined,
): WrittenOrder {
  const id = tables.nextId('customer_order');
  const lines = cartOf(index);
  const { goodsFen, discountFen, freightFen, payFen, steps, lines: quoted } = priceOf(lines);
  const memberId = memberOf(index);
  const store = storeOf(index);
  const outTradeNo = tradeNumberOf(index);
  const expiresAt = new Date(at.getTime() + 15 * MINUTE_MS);
  tables.add('customer_order', {
    id,
    out_trade_no: outTradeNo,
    brand_id: BRAND.id,
    member_id: memberId,
    store_id: store.id,
    fulfilment: 'pickup',
    address: null,
    status: paidAt ? 'completed' : 'pending_payment',
    goods_fen: goodsFen,
    discount_fen: discountFen,
    freight_fen: freightFen,
    pay_fen: payFen,
    paid_fen: paidAt ? payFen : 0,
    refunded_fen: 0,
    steps: JSON.stringify(steps),
    note: '',
    pickup_code: paidAt ? String(id).padStart(8, 'A') : null,
    shipping_company: null,
    tracking_no: null,
    business_day: businessDay,
    created_at: at,
    expires_at: expiresAt,
    paid_at: paidAt ?? null,
    handed_over_at: paidAt ?? null,
  });
  lines.forEach(({ sku, quantity }, position) => {
    tables.add('order_line', {
      order_id: id,
      sku_id: sku.id,
      product_id: sku.productId,
      name: `云南日晒 ${sku.productId} 号 ${sku.name}`,
      picture_url: `/media/bench-${sku.productId}-1.png`,
      quantity,
      list_fen: sku.priceFen,
      total_fen: quoted[position]?.totalFen ?? 0,
      refunded_fen: 0,
    });
    tables.add('stock_reservation', {
      order_id: id,
      sku_id: sku.id,
      store_id: store.id,
      quantity,
      state: paidAt ? 'taken' : 'held',
      created_at: at,
      ended_at: paidAt ?? null,
    });
    if (paidAt) {
      tables.add('stock_movement', {
        sku_id: sku.id,
        store_id: store.id,
        quantity: -quantity,
        kind: 'sale',
        cause_key: `order:${id}:sale:${sku.id}`,
        note: '',
        at: paidAt,
      });
    }
  });
  tables.add('payment', {
    id,
    order_id: id,
    out_trade_no: outTradeNo,
    app_id: payment.appId,
    mch_id: payment.mchId,
    openid: openidOf(memberId),
    amount_fen: payFen,
    description: `${BRAND.name} 云南日晒`,
    status: paidAt ? 'paid' : 'open',
    prepay_id: `wx${id}`,
    transaction_id: paidAt ? `${outTradeNo}01` : null,
    created_at: at,
    expires_at: expiresAt,
    paid_at: paidAt ?? null,
    closed_at: null,
  });
  return { id, outTradeNo, memberId, payFen, discountFen };
}
