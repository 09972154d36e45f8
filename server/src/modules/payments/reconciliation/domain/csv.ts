/** A cell: text is made harmless, long numbers stay whole, amounts can be summed. */
export type Cell = string | number | null | { readonly digits: string } | { readonly yuan: string };

const BOM = '\ufeff';
const LINE_END = '\r\n';
/** What makes a spreadsheet take a text for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
const NEEDS_QUOTES = /[",\r\n\t]/;

/** The beginning of a file that spreadsheets read as UTF-8. */
export function csvHead(columns: readonly string[]): string {
  return BOM + csvLine(columns);
}

export function csvLine(cells: readonly Cell[]): string {
  return cells.map(cellText).join(',') + LINE_END;
}

function cellText(cell: Cell): string {
  if (cell === null) {
    return '';
  }
  if (typeof cell === 'number') {
    return String(cell);
  }
  if (typeof cell === 'string') {
    return quoted(FORMULA.test(cell) ? `'${cell}` : cell);
  }
  // Spreadsheets would round a number of 28 digits; a tab in front keeps it a text.
  return 'yuan' in cell ? cell.yuan : quoted(cell.digits === '' ? '' : `\t${cell.digits}`);
}

function quoted(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
