import { toBillTime } from '../china-time.js';
import type { PayOrder, Refund } from '../world/model.js';
import { FEE_RATE, feeYuan, yuan, type BillTable } from './bill-text.js';

export const BILL_TYPES = ['ALL', 'SUCCESS', 'REFUND'] as const;
export type BillType = (typeof BILL_TYPES)[number];

export interface Payment {
  readonly order: PayOrder;
  readonly paidAt: number;
}

export interface Repayment {
  readonly order: PayOrder;
  readonly refund: Refund;
  readonly successAt: number;
}

const PLACE = ['公众账号ID', '商户号', '特约商户号', '设备号', '微信订单号', '商户订单号', '用户标识'];
const TRADE = ['交易类型', '交易状态', '付款银行', '货币种类', '应结订单金额', '代金券金额'];
const REFUND = ['微信退款单号', '商户退款单号', '退款金额', '充值券退款金额', '退款类型', '退款状态'];
const GOODS = ['商品名称', '商户数据包', '手续费', '费率', '订单金额'];

const COLUMNS: Readonly<Record<BillType, readonly string[]>> = {
  ALL: ['交易时间', ...PLACE, ...TRADE, ...REFUND, ...GOODS, '申请退款金额', '费率备注'],
  SUCCESS: ['交易时间', ...PLACE, ...TRADE, ...GOODS, '费率备注'],
  REFUND: [
    '交易时间',
    ...PLACE,
    ...TRADE,
    '退款申请时间',
    '退款成功时间',
    ...REFUND,
    ...GOODS,
    '申请退款金额',
    '费率备注',
  ],
};

const SUMMARY_COLUMNS = [
  '总交易单数',
  '应结订单总金额',
  '退款总金额',
  '充值券退款总金额',
  '手续费总金额',
  '订单总金额',
  '申请退款总金额',
];

type Row = Readonly<Record<string, string>>;

export function tradeBill(
  type: BillType,
  payments: readonly Payment[],
  repayments: readonly Repayment[],
): BillTable {
  const shownPayments = type === 'REFUND' ? [] : payments;
  const shownRepayments = type === 'SUCCESS' ? [] : repayments;
  const rows = [...shownPayments.map(paymentRow), ...shownRepayments.map(repaymentRow)].sort(byTime);
  const columns = COLUMNS[type];
  const paidFen = shownPayments.reduce((sum, { order }) => sum + order.totalFen, 0);
  const refundedFen = shownRepayments.reduce((sum, { refund }) => sum + refund.refundFen, 0);
  return {
    columns,
    rows: rows.map((row) => columns.map((column) => row[column] ?? '')),
    summaryColumns: SUMMARY_COLUMNS,
    summary: [
      String(rows.length),
      yuan(paidFen),
      yuan(refundedFen),
      yuan(0),
      feeYuan(paidFen - refundedFen),
      yuan(paidFen),
      yuan(refundedFen),
    ],
  };
}

function paymentRow({ order, paidAt }: Payment): Row {
  return {
    ...commonRow(order),
    交易时间: toBillTime(paidAt),
    交易状态: 'SUCCESS',
    应结订单金额: yuan(order.totalFen),
    代金券金额: yuan(0),
    微信退款单号: '0',
    商户退款单号: '0',
    退款金额: yuan(0),
    充值券退款金额: yuan(0),
    手续费: feeYuan(order.totalFen),
    订单金额: yuan(order.totalFen),
    申请退款金额: yuan(0),
  };
}

function repaymentRow({ order, refund, successAt }: Repayment): Row {
  return {
    ...commonRow(order),
    交易时间: toBillTime(successAt),
    交易状态: 'REFUND',
    应结订单金额: yuan(0),
    代金券金额: yuan(0),
    退款申请时间: toBillTime(refund.createdAt),
    退款成功时间: toBillTime(successAt),
    微信退款单号: refund.refundId,
    商户退款单号: refund.outRefundNo,
    退款金额: yuan(refund.refundFen),
    充值券退款金额: yuan(0),
    退款类型: 'ORIGINAL',
    退款状态: 'SUCCESS',
    手续费: feeYuan(-refund.refundFen),
    订单金额: yuan(0),
    申请退款金额: yuan(refund.refundFen),
  };
}

function commonRow(order: PayOrder): Row {
  return {
    公众账号ID: order.appId,
    商户号: order.mchId,
    特约商户号: '0',
    微信订单号: order.transactionId ?? '',
    商户订单号: order.outTradeNo,
    用户标识: order.openid,
    交易类型: 'JSAPI',
    付款银行: 'OTHERS',
    货币种类: 'CNY',
    商品名称: order.description,
    商户数据包: order.attach ?? '',
    费率: FEE_RATE,
  };
}

function byTime(a: Row, b: Row): number {
  return (a['交易时间'] ?? '') < (b['交易时间'] ?? '') ? -1 : 1;
}
