import fc from 'fast-check';
import { pack, sameLines, waiting, type PackedLine, type SendableLine } from './parcels.js';

const order = fc
  .array(
    fc
      .record({ quantity: fc.integer({ min: 1, max: 99 }), cancelled: fc.nat(3) })
      .map(({ quantity, cancelled }) => ({ quantity, cancelled: Math.min(quantity, cancelled) })),
    { minLength: 1, maxLength: 8 },
  )
  .map((lines) =>
    lines.map(({ quantity, cancelled }, index) => ({
      id: index + 1,
      quantity,
      shippedQuantity: 0,
      cancelledQuantity: cancelled,
    })),
  );

function send(lines: readonly SendableLine[], packed: readonly PackedLine[]): SendableLine[] {
  return lines.map((line) => ({
    ...line,
    shippedQuantity:
      line.shippedQuantity +
      packed.filter(({ lineId }) => lineId === line.id).reduce((sum, { quantity }) => sum + quantity, 0),
  }));
}

const beans: SendableLine = { id: 1, quantity: 3, shippedQuantity: 1, cancelledQuantity: 0 };
const cups: SendableLine = { id: 2, quantity: 2, shippedQuantity: 0, cancelledQuantity: 1 };

describe('packing parcels', () => {
  it('takes all that waits when nothing is said, and that is the last parcel', () => {
    expect(pack([beans, cups], undefined)).toEqual({
      outcome: 'packed',
      lines: [
        { lineId: 1, quantity: 2 },
        { lineId: 2, quantity: 1 },
      ],
      last: true,
    });
  });

  it('knows that something is left', () => {
    expect(pack([beans, cups], [{ lineId: 1, quantity: 2 }])).toMatchObject({ last: false });
  });

  it.each([
    ['more than waits', [{ lineId: 2, quantity: 2 }]],
    [
      'more than waits in two portions',
      [
        { lineId: 1, quantity: 1 },
        { lineId: 1, quantity: 2 },
      ],
    ],
    ['a line of another order', [{ lineId: 9, quantity: 1 }]],
    ['nothing', []],
  ])('refuses %s', (_name, wanted) => {
    expect(pack([beans, cups], wanted)).toEqual({ outcome: 'impossible' });
  });

  it('refuses an empty parcel when all is sent', () => {
    expect(pack([{ ...beans, shippedQuantity: 3 }], undefined)).toEqual({ outcome: 'impossible' });
  });

  it('sends each piece once, however the parcels are packed, and the last one ends it', () => {
    fc.assert(
      fc.property(order, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 30 }), (bought, choices) => {
        let lines: readonly SendableLine[] = bought;
        for (const [which, pieces] of choices) {
          const line = lines[which % lines.length];
          const wanted = line && [{ lineId: line.id, quantity: 1 + (pieces % 120) }];
          const packing = pack(lines, wanted);
          if (packing.outcome === 'packed') {
            lines = send(lines, packing.lines);
            expect(packing.last).toBe(lines.every((each) => waiting(each) === 0));
          }
          expect(lines.every((each) => waiting(each) >= 0)).toBe(true);
        }
        const rest = pack(lines, undefined);
        if (rest.outcome === 'packed') {
          lines = send(lines, rest.lines);
          expect(rest.last).toBe(true);
        }
        expect(lines.map(waiting)).toEqual(lines.map(() => 0));
      }),
    );
  });

  it('recognises the same content in another order', () => {
    const [a, b] = [
      { lineId: 1, quantity: 2 },
      { lineId: 2, quantity: 1 },
    ];
    expect(sameLines([a, b], [b, a])).toBe(true);
    expect(sameLines([a], [a, b])).toBe(false);
  });
});
