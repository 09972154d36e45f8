import {
  parseSegmentExpression,
  SEGMENT_NUMBERS,
  type SegmentEventKind,
  type SegmentExpression,
  type SegmentNumber,
  type SegmentSetKind,
} from '@regulars/shared';

/** One line of the builder; empty until it is filled in. */
export interface Line {
  readonly id: number;
  readonly not: boolean;
  readonly kind: LineKind;
  /** Of sets, and of events of a product. */
  readonly key?: string;
  readonly number: SegmentNumber;
  /** As they are typed: in yuan where it is money. */
  readonly from?: number | null;
  readonly to?: number | null;
  readonly event: SegmentEventKind;
  readonly days: number;
  readonly atLeast: number;
}

export type LineKind = Exclude<SegmentSetKind, 'lifecycle' | 'rfm'> | 'number' | 'event';

export interface Draft {
  readonly join: 'all' | 'any';
  readonly lines: readonly Line[];
}

let lastLine = 0;

export function newLine(kind: LineKind = 'tag'): Line {
  return {
    id: (lastLine += 1),
    not: false,
    kind,
    number: 'spend-365',
    event: 'active',
    days: 30,
    atLeast: 1,
  };
}

const isMoney = (number: SegmentNumber): boolean => SEGMENT_NUMBERS[number].unit === 'fen';

/** Undefined as long as a line isn't filled in. */
export function expressionOf({ join, lines }: Draft): SegmentExpression | undefined {
  const terms = lines.map(termOf);
  if (terms.length === 0 || terms.some((term) => term === undefined)) {
    return undefined;
  }
  const known = terms.filter((term) => term !== undefined);
  const parsed = parseSegmentExpression(join === 'all' ? { all: known } : { any: known });
  return parsed.ok ? parsed.expression : undefined;
}

function termOf(line: Line): SegmentExpression | undefined {
  const term = plainTerm(line);
  return term && line.not ? { not: term } : term;
}

function plainTerm(line: Line): SegmentExpression | undefined {
  const { kind, key } = line;
  if (kind === 'number') {
    const stored = (value: number | null | undefined): number | undefined =>
      value === null || value === undefined
        ? undefined
        : Math.round(isMoney(line.number) ? value * 100 : value);
    const [from, to] = [stored(line.from), stored(line.to)];
    return from === undefined && to === undefined
      ? undefined
      : {
          number: {
            name: line.number,
            ...(from === undefined ? {} : { from }),
            ...(to === undefined ? {} : { to }),
          },
        };
  }
  if (kind === 'event') {
    const { event, days, atLeast } = line;
    if (event !== 'bought-product') {
      return { event: { kind: event, days, atLeast } };
    }
    return key === undefined ? undefined : { event: { kind: event, days, atLeast, key } };
  }
  return key === undefined ? undefined : { set: { kind, key } };
}

/** The lines of an expression; undefined when it says more than lines can show. */
export function draftOf(expression: SegmentExpression): Draft | undefined {
  const join = 'any' in expression ? 'any' : 'all';
  const terms = 'all' in expression ? expression.all : 'any' in expression ? expression.any : [expression];
  const lines = terms.map(lineOf);
  return lines.every((line) => line !== undefined) ? { join, lines } : undefined;
}

function lineOf(term: SegmentExpression): Line | undefined {
  if ('not' in term) {
    const line = 'not' in term.not ? undefined : lineOf(term.not);
    return line && { ...line, not: true };
  }
  if ('set' in term) {
    const { kind, key } = term.set;
    return kind === 'lifecycle' || kind === 'rfm' ? undefined : { ...newLine(kind), key };
  }
  if ('number' in term) {
    const { name, from, to } = term.number;
    const shown = (value: number | undefined): number | undefined =>
      value !== undefined && isMoney(name) ? value / 100 : value;
    return { ...newLine('number'), number: name, from: shown(from), to: shown(to) };
  }
  if ('event' in term) {
    const { kind, days, atLeast, key } = term.event;
    return { ...newLine('event'), event: kind, days, atLeast, key };
  }
  return undefined;
}
