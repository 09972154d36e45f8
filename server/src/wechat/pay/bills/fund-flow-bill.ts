import { Malformed } from '../../http/fields.js';
import { fenOf } from './bill-amounts.js';
import { readBillTable, type BillRow } from './bill-table.js';
import { instantOf } from './bill-time.js';

/** One movement of the merchant's account, as the fund flow bill tells it. */
export interface BilledFlow {
  /** The movement's own number; never twice. */
  readonly flowNo: string;
  /** The transaction, refund or withdrawal it belongs to. */
  readonly businessNo: string;
  /** Such as 交易, 退款, 扣除交易手续费, 提现. */
  readonly business: string;
  readonly at: Date;
  /** Signed: what came in, or went out below zero. */
  readonly amountFen: number;
  readonly balanceFen: number;
}

/** @throws Malformed when the file isn't whole: its rows have to add up to its sums */
export function readFundFlowBill(text: string): BilledFlow[] {
  const { rows, summary } = readBillTable(text, { from: '备注', to: '备注' });
  const flows = rows.map(flowOf);
  const [income, expense] = [
    flows.filter(({ amountFen }) => amountFen >= 0),
    flows.filter(({ amountFen }) => amountFen < 0),
  ];
  const said = [
    Number(summary('资金流水总笔数')),
    Number(summary('收入笔数')),
    fenOf(summary('收入金额')),
    Number(summary('支出笔数')),
    fenOf(summary('支出金额')),
  ];
  const found = [flows.length, income.length, sumOf(income), expense.length, -sumOf(expense)];
  if (said.some((value, index) => value !== (found[index] ?? 0) + 0)) {
    throw new Malformed(`the sums are ${said.join(', ')}, the rows have ${found.join(', ')}`);
  }
  return flows;
}

function flowOf(row: BillRow): BilledFlow {
  const direction = row('收支类型');
  if (direction !== '收入' && direction !== '支出') {
    throw new Malformed('a movement that neither comes in nor goes out');
  }
  const amountFen = fenOf(row('收支金额(元)'));
  return {
    flowNo: number(row, '资金流水单号'),
    businessNo: number(row, '微信支付业务单号'),
    business: row('业务名称').slice(0, 32),
    at: instantOf(row('记账时间')),
    amountFen: direction === '收入' ? amountFen : -amountFen,
    balanceFen: fenOf(row('账户结余(元)')),
  };
}

function number(row: BillRow, column: string): string {
  const text = row(column);
  if (!/^[0-9A-Za-z_\-|*@]{1,64}$/.test(text)) {
    throw new Malformed(`"${text.slice(0, 20)}" is not a number of ${column}`);
  }
  return text;
}

function sumOf(flows: readonly BilledFlow[]): number {
  return flows.reduce((sum, { amountFen }) => sum + amountFen, 0);
}
