/** The files WeChat Pay gives for reconciliation: UTF-8 with BOM, a backtick before every value, amounts in yuan. */
export interface BillTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly summaryColumns: readonly string[];
  readonly summary: readonly string[];
}

const BOM = '\ufeff';
const LINE_END = '\r\n';

export function billText({ columns, rows, summaryColumns, summary }: BillTable): string {
  const lines = [columns.join(','), ...rows.map(valueLine), summaryColumns.join(','), valueLine(summary)];
  return BOM + lines.map((line) => line + LINE_END).join('');
}

/** Fen as yuan with two decimals. */
export function yuan(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const absolute = Math.abs(fen);
  return `${sign}${Math.floor(absolute / 100)}.${String(absolute % 100).padStart(2, '0')}`;
}

/** The fee of 0.6 % of an amount in fen, as yuan with five decimals: exact, since fen × 0.006 / 100 = fen × 6 / 100000. */
export function feeYuan(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const units = Math.abs(fen) * 6;
  return `${sign}${Math.floor(units / 100_000)}.${String(units % 100_000).padStart(5, '0')}`;
}

export const FEE_RATE = '0.60%';

function valueLine(values: readonly string[]): string {
  return values.map((value) => `\`${value}`).join(',');
}
