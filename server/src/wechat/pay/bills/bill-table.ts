import { Malformed } from '../../http/fields.js';

/** A row by the names of its columns. */
export type BillRow = (column: string) => string;

export interface BillTable {
  readonly rows: readonly BillRow[];
  readonly summary: BillRow;
}

/** Free text that people wrote: it may hold the very marks that separate values. */
export interface FreeText {
  readonly from: string;
  readonly to: string;
}

const BOM = '\ufeff';
const MARK = '`';
const SEPARATOR = ',`';

/**
 * Reads the form that all bills have: a header, rows whose every value begins with a backtick, a second header and
 * one row of sums. Anything else is no bill. @throws Malformed
 */
export function readBillTable(text: string, free?: FreeText): BillTable {
  const lines = (text.startsWith(BOM) ? text.slice(1) : text).split(/\r?\n/);
  while (lines.at(-1) === '') {
    lines.pop();
  }
  const summaryAt = lines.length - 2;
  const [head, summaryHead, summaryLine] = [lines[0], lines[summaryAt], lines[summaryAt + 1]];
  if (summaryAt < 1 || isValues(head) || isValues(summaryHead) || !isValues(summaryLine)) {
    throw new Malformed('a bill has a header, rows, and a header and a row of sums');
  }
  const columns = columnsOf(head);
  return {
    rows: lines.slice(1, summaryAt).map((line) => rowOf(columns, line, free)),
    summary: rowOf(columnsOf(summaryHead), summaryLine),
  };
}

type Columns = ReadonlyMap<string, number>;

function isValues(line: string | undefined): line is string {
  return line?.startsWith(MARK) ?? false;
}

function columnsOf(line: string | undefined): Columns {
  const names = (line ?? '').split(',').map((name) => name.trim());
  const columns = new Map(names.map((name, index) => [name, index]));
  if (columns.size !== names.length) {
    throw new Malformed('two columns of one name');
  }
  return columns;
}

function rowOf(columns: Columns, line: string, free?: FreeText): BillRow {
  if (!isValues(line)) {
    throw new Malformed('a value without its mark');
  }
  const parts = line.slice(MARK.length).split(SEPARATOR);
  const values = parts.length > columns.size && free ? withoutExcess(parts, columns, free) : parts;
  if (values.length !== columns.size) {
    throw new Malformed(`${values.length} values in ${columns.size} columns`);
  }
  return (column) => {
    const value = values[columns.get(column) ?? -1];
    if (value === undefined) {
      throw new Malformed(`no column ${column}`);
    }
    return value.trim();
  };
}

/** The columns around the free text count from both ends; all that is too much belongs to it. */
function withoutExcess(parts: readonly string[], columns: Columns, { from, to }: FreeText): string[] {
  const first = columns.get(from);
  const last = columns.get(to);
  if (first === undefined || last === undefined || last < first) {
    throw new Malformed(`no columns ${from} to ${to}`);
  }
  const behind = columns.size - 1 - last;
  const middle = parts.slice(first, parts.length - behind);
  return [
    ...parts.slice(0, first),
    middle.join(SEPARATOR),
    ...Array.from({ length: last - first }, () => ''),
    ...parts.slice(parts.length - behind),
  ];
}
