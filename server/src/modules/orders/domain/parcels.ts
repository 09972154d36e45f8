/** A line of an order, as far as sending it is concerned. */
export interface SendableLine {
  readonly id: number;
  readonly quantity: number;
  readonly shippedQuantity: number;
  readonly cancelledQuantity: number;
}

export interface PackedLine {
  readonly lineId: number;
  readonly quantity: number;
}

export type Packing =
  | {
      readonly outcome: 'packed';
      readonly lines: readonly PackedLine[];
      /** Nothing is left for another parcel. */
      readonly last: boolean;
    }
  /** More of a line than still waits, a line of another order, or nothing at all. */
  | { readonly outcome: 'impossible' };

/** Pieces of the line that wait to be sent. */
export function waiting({ quantity, shippedQuantity, cancelledQuantity }: SendableLine): number {
  return quantity - shippedQuantity - cancelledQuantity;
}

/** What goes into the next parcel: what is wanted of the lines, or all that still waits. */
export function pack(lines: readonly SendableLine[], wanted: readonly PackedLine[] | undefined): Packing {
  const packed = wanted
    ? summed(wanted)
    : new Map(lines.map((line): [number, number] => [line.id, waiting(line)]).filter(([, left]) => left > 0));
  const left = new Map(lines.map((line) => [line.id, waiting(line)]));
  for (const [lineId, quantity] of packed) {
    const rest = (left.get(lineId) ?? 0) - quantity;
    if (rest < 0) {
      return { outcome: 'impossible' };
    }
    left.set(lineId, rest);
  }
  return packed.size === 0
    ? { outcome: 'impossible' }
    : {
        outcome: 'packed',
        lines: [...packed].map(([lineId, quantity]) => ({ lineId, quantity })),
        last: [...left.values()].every((rest) => rest === 0),
      };
}

export function sameLines(some: readonly PackedLine[], others: readonly PackedLine[]): boolean {
  const [a, b] = [summed(some), summed(others)];
  return a.size === b.size && [...a].every(([lineId, quantity]) => b.get(lineId) === quantity);
}

function summed(lines: readonly PackedLine[]): Map<number, number> {
  const pieces = new Map<number, number>();
  for (const { lineId, quantity } of lines) {
    pieces.set(lineId, (pieces.get(lineId) ?? 0) + quantity);
  }
  return pieces;
}
