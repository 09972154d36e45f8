import { Malformed } from '../../http/fields.js';
import { decimalsOf, fenOf, milliFenOf } from './bill-amounts.js';
import { readBillTable, type BillRow } from './bill-table.js';
import { instantOf } from './bill-time.js';

/** One payment or refund of a day, as the trade bill tells it. */
export interface BilledTrade {
  readonly kind: 'payment' | 'refund';
  readonly at: Date;
  readonly mchId: string;
  readonly transactionId: string;
  readonly outTradeNo: string;
  /** WeChat's and the merchant's numbers of a refund. */
  readonly refundId: string | null;
  readonly outRefundNo: string | null;
  /** What was to pay, or what is given back; vouchers of WeChat's included. */
  readonly amountFen: number;
  /** Thousandths of a fen; below zero where a refund brings it back. */
  readonly feeMilliFen: number;
}

const NONE = new Set(['', '0']);

/** @throws Malformed when the file isn't whole: its rows have to add up to its sums */
export function readTradeBill(text: string): BilledTrade[] {
  const { rows, summary } = readBillTable(text, { from: '商品名称', to: '商户数据包' });
  const trades = rows.map(tradeOf);
  mustAddUp('总交易单数', Number(summary('总交易单数')), trades.length);
  mustAddUp('订单总金额', fenOf(summary('订单总金额')), sumOf(trades, 'payment'));
  mustAddUp('申请退款总金额', fenOf(summary('申请退款总金额')), sumOf(trades, 'refund'));
  feesMustAddUp(summary('手续费总金额'), trades);
  return trades.filter((_trade, index) => isDone(rows[index]));
}

function tradeOf(row: BillRow): BilledTrade {
  const state = row('交易状态');
  if (!['SUCCESS', 'REFUND', 'REVOKED'].includes(state)) {
    throw new Malformed(`a trade in the state ${state.slice(0, 20)}`);
  }
  const kind = state === 'SUCCESS' ? 'payment' : 'refund';
  if (row('货币种类') !== 'CNY') {
    throw new Malformed('another currency');
  }
  return {
    kind,
    at: instantOf(row('交易时间')),
    mchId: number(row, '商户号'),
    transactionId: number(row, '微信订单号'),
    outTradeNo: number(row, '商户订单号'),
    refundId: numberOrNone(row('微信退款单号')),
    outRefundNo: numberOrNone(row('商户退款单号')),
    amountFen: fenOf(row(kind === 'payment' ? '订单金额' : '申请退款金额')),
    feeMilliFen: milliFenOf(row('手续费')),
  };
}

/** A refund that is still under way stands in another day's bill once it is done. */
function isDone(row: BillRow | undefined): boolean {
  return row?.('交易状态') !== 'REFUND' || row('退款状态') === 'SUCCESS';
}

function number(row: BillRow, column: string): string {
  return numberOrNone(row(column)) ?? malformed(`a trade without ${column}`);
}

function numberOrNone(text: string): string | null {
  if (NONE.has(text)) {
    return null;
  }
  return /^[0-9A-Za-z_\-|*@]{1,64}$/.test(text) ? text : malformed(`"${text.slice(0, 20)}" is not a number`);
}

function sumOf(trades: readonly BilledTrade[], kind: BilledTrade['kind']): number {
  return trades.reduce((sum, trade) => sum + (trade.kind === kind ? trade.amountFen : 0), 0);
}

function mustAddUp(what: string, said: number, found: number): void {
  if (said !== found) {
    throw new Malformed(`${what} is ${said}, the rows have ${found}`);
  }
}

/** The sum of fees is rounded to as many decimals as it is written with. */
function feesMustAddUp(said: string, trades: readonly BilledTrade[]): void {
  const found = trades.reduce((sum, { feeMilliFen }) => sum + feeMilliFen, 0);
  const rounding = 10 ** (5 - decimalsOf(said)) / 2;
  if (Math.abs(milliFenOf(said) - found) > (rounding < 1 ? 0 : rounding)) {
    throw new Malformed(`手续费总金额 is ${said.slice(0, 20)}, the rows have ${found} thousandths of a fen`);
  }
}

function malformed(why: string): never {
  throw new Malformed(why);
}
