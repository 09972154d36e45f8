import { isUtf8 } from 'node:buffer';
import { parse } from 'csv-parse/sync';
import { readXlsx } from './read-xlsx.js';

export type Sheet = readonly (readonly string[])[];

const ZIP = Buffer.from('PK\x03\x04', 'latin1');

/**
 * The cells of a CSV file or of the first sheet of an XLSX file, as text; which of the two it is, its bytes say.
 * @returns undefined when it is neither
 */
export function readSpreadsheet(file: Buffer): Sheet | undefined {
  try {
    const rows = file.subarray(0, ZIP.length).equals(ZIP) ? readXlsx(file) : readCsv(file);
    return rows?.map((row) => row.map(clean));
  } catch {
    // Both readers fail only on what they can't read.
    return undefined;
  }
}

function readCsv(file: Buffer): string[][] | undefined {
  // A Chinese Excel writes CSV in its own encoding.
  const text = isUtf8(file)
    ? file.toString('utf8')
    : new TextDecoder('gb18030', { fatal: true }).decode(file);
  if (text.includes('\0')) {
    return undefined;
  }
  return parse(text, { bom: true, relaxColumnCount: true, delimiter: [',', '\t', ';'] });
}

/** A NUL or half a surrogate pair is never meant, and upsets databases. */
function clean(cell: string): string {
  return cell.replace(/[\p{Cc}\p{Surrogate}\ufffd]/gu, ' ').trim();
}
