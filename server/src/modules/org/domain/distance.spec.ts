import fc from 'fast-check';
import { distanceM, type Position } from './distance.js';

const position: fc.Arbitrary<Position> = fc.record({
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
  lng: fc.double({ min: -180, max: 180, noNaN: true }),
});
const HALF_ROUND_THE_EARTH_M = 20_015_200;

describe('distance', () => {
  it('knows that a degree of longitude at 40° N is shorter than a degree of latitude', () => {
    const beijing = { lat: 40, lng: 116 };
    expect(distanceM(beijing, { lat: 40, lng: 117 })).toBeCloseTo(85_180, -2);
    expect(distanceM(beijing, { lat: 41, lng: 116 })).toBeCloseTo(111_195, -2);
  });

  it('measures Tiananmen to the Forbidden City north gate within a few metres', () => {
    expect(distanceM({ lat: 39.908722, lng: 116.397499 }, { lat: 39.924091, lng: 116.397026 })).toBeCloseTo(
      1709.5,
      -1,
    );
  });

  it('goes the short way over the date line', () => {
    expect(distanceM({ lat: 0, lng: 179.9 }, { lat: 0, lng: -179.9 })).toBeCloseTo(22_239, -2);
  });

  it('is symmetric, never negative, zero only to itself, and at most half round the earth', () => {
    fc.assert(
      fc.property(position, position, (a, b) => {
        const there = distanceM(a, b);
        expect(distanceM(b, a)).toBeCloseTo(there, 6);
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(HALF_ROUND_THE_EARTH_M);
        expect(distanceM(a, a)).toBe(0);
      }),
    );
  });

  it('is never longer than a detour', () => {
    fc.assert(
      fc.property(position, position, position, (a, b, c) => {
        expect(distanceM(a, c)).toBeLessThanOrEqual(distanceM(a, b) + distanceM(b, c) + 0.01);
      }),
    );
  });
});
