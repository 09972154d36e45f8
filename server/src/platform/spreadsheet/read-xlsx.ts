import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** Sheets of people are some megabytes at most; what unfolds to more was made to hurt. */
const UNPACKED_MAX = 64 * 1024 * 1024;
const COLUMNS_MAX = 200;

const SHARED = 'xl/sharedStrings.xml';
const SHEET = /^xl\/worksheets\/sheet\d+\.xml$/;

/** The first sheet's cells as text. @returns undefined when there is no sheet in it */
export function readXlsx(file: Buffer): string[][] | undefined {
  let unpacked = 0;
  const parts = unzipSync(new Uint8Array(file), {
    filter: ({ name, originalSize }) => {
      const wanted = name === SHARED || SHEET.test(name);
      unpacked += wanted ? originalSize : 0;
      if (unpacked > UNPACKED_MAX) {
        throw new RangeError('The sheet unfolds to too much');
      }
      return wanted;
    },
  });
  const first = Object.keys(parts)
    .filter((name) => SHEET.test(name))
    .toSorted((a, b) => numberOf(a) - numberOf(b))[0];
  const sheet = first === undefined ? undefined : parts[first];
  return sheet && cellsOf(textOf(sheet), sharedTexts(parts[SHARED]));
}

function numberOf(name: string): number {
  return Number(/\d+/.exec(name)?.[0] ?? 0);
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}

/** Texts that several cells share stand in a list of their own. */
function sharedTexts(bytes: Uint8Array | undefined): string[] {
  const texts: string[] = [];
  let inText = false;
  if (bytes) {
    walk(textOf(bytes), {
      open: (name) => {
        if (name === 'si') {
          texts.push('');
        }
        inText = name === 't';
      },
      close: () => {
        inText = false;
      },
      text: (text) => {
        if (inText) {
          texts[texts.length - 1] += text;
        }
      },
    });
  }
  return texts;
}

function cellsOf(xml: string, shared: readonly string[]): string[][] {
  const rows: string[][] = [];
  let cell: { column: number; type: string; text: string } | undefined;
  let inValue = false;
  walk(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        rows.push([]);
      } else if (name === 'c') {
        cell = {
          column: columnOf(attributes.r, rows.at(-1)?.length ?? 0),
          type: attributes.t ?? 'n',
          text: '',
        };
      }
      inValue = name === 'v' || name === 't';
    },
    close: (name) => {
      const row = rows.at(-1);
      if (name === 'c' && cell && row && cell.column < COLUMNS_MAX) {
        while (row.length < cell.column) {
          row.push('');
        }
        row[cell.column] = cell.type === 's' ? (shared[Number(cell.text)] ?? '') : cell.text;
      }
      inValue = false;
    },
    text: (text) => {
      if (inValue && cell) {
        cell.text += text;
      }
    },
  });
  return rows;
}

/** `C7` is the third column. */
function columnOf(reference: string | undefined, next: number): number {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
  return letters === undefined
    ? next
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

interface Walker {
  open(name: string, attributes: Readonly<Record<string, string | undefined>>): void;
  close(name: string): void;
  text(text: string): void;
}

function walk(xml: string, walker: Walker): void {
  const parser = new SaxesParser();
  const plain = (name: string): string => name.slice(name.indexOf(':') + 1);
  parser.on('opentag', ({ name, attributes }) => {
    walker.open(plain(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    walker.close(plain(name));
  });
  parser.on('text', (text) => {
    walker.text(text);
  });
  parser.on('cdata', (text) => {
    walker.text(text);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
}
