import { toBillTime } from '../china-time.js';
import { yuan, type BillTable } from './bill-text.js';
import type { Payment, Repayment } from './trade-bill.js';

const COLUMNS = [
  '记账时间',
  '微信支付业务单号',
  '资金流水单号',
  '业务名称',
  '业务类型',
  '收支类型',
  '收支金额(元)',
  '账户结余(元)',
  '资金变更提交申请人',
  '备注',
  '业务凭证号',
];
const SUMMARY_COLUMNS = ['资金流水总笔数', '收入笔数', '收入金额', '支出笔数', '支出金额'];

interface Movement {
  readonly at: number;
  readonly number: string;
  readonly business: '交易' | '退款' | '扣除交易手续费';
  readonly fen: number;
  readonly voucher: string;
}

/** Money in and out of the merchant's account on a day; `balanceFen` is what it held before. */
export function fundFlowBill(
  payments: readonly Payment[],
  repayments: readonly Repayment[],
  balanceFen: number,
): BillTable {
  const movements = [...payments.flatMap(paymentMovements), ...repayments.map(repaymentMovement)].sort(
    (a, b) => a.at - b.at,
  );
  let balance = balanceFen;
  const rows = movements.map((movement, index) => {
    balance += movement.fen;
    return [
      toBillTime(movement.at),
      movement.number,
      `${movement.number}${String(index).padStart(4, '0')}`,
      movement.business,
      movement.business,
      movement.fen >= 0 ? '收入' : '支出',
      yuan(Math.abs(movement.fen)),
      yuan(balance),
      'system',
      '',
      movement.voucher,
    ];
  });
  const income = movements.filter((movement) => movement.fen >= 0);
  const expense = movements.filter((movement) => movement.fen < 0);
  return {
    columns: COLUMNS,
    rows,
    summaryColumns: SUMMARY_COLUMNS,
    summary: [
      String(rows.length),
      String(income.length),
      yuan(sumFen(income)),
      String(expense.length),
      yuan(-sumFen(expense)),
    ],
  };
}

/** What the account held after these, with the same rounding of fees as in the rows. */
export function balanceAfter(payments: readonly Payment[], repayments: readonly Repayment[]): number {
  return sumFen([...payments.flatMap(paymentMovements), ...repayments.map(repaymentMovement)]);
}

function paymentMovements({ order, paidAt }: Payment): Movement[] {
  const common = { at: paidAt, number: order.transactionId ?? '', voucher: order.outTradeNo };
  const feeFen = Math.round((order.totalFen * 6) / 1000);
  return [
    { ...common, business: '交易', fen: order.totalFen },
    ...(feeFen > 0 ? [{ ...common, business: '扣除交易手续费' as const, fen: -feeFen }] : []),
  ];
}

function repaymentMovement({ refund, successAt }: Repayment): Movement {
  return {
    at: successAt,
    number: refund.refundId,
    business: '退款',
    fen: -refund.refundFen,
    voucher: refund.outRefundNo,
  };
}

function sumFen(movements: readonly Movement[]): number {
  return movements.reduce((sum, movement) => sum + movement.fen, 0);
}
