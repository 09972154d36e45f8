import fc from 'fast-check';
import { bestNow, byDistance, type Place } from './nearest.js';

const allDay = { opensMinute: 0, closesMinute: 0 };
const day = { opensMinute: 480, closesMinute: 1320 };
const place = fc.record<Place>({
  id: fc.integer({ min: 1, max: 1000 }),
  lat: fc.double({ min: 18, max: 53, noNaN: true }),
  lng: fc.double({ min: 73, max: 135, noNaN: true }),
  opensMinute: fc.integer({ min: 0, max: 1439 }),
  closesMinute: fc.integer({ min: 0, max: 1439 }),
});

describe('nearest stores', () => {
  it('picks by metres, not by degrees: at 40° N one degree east is nearer than 0.8 degrees north', () => {
    const east = { id: 1, lat: 40, lng: 117, ...allDay };
    const north = { id: 2, lat: 40.8, lng: 116, ...allDay };
    const [first, second] = byDistance([north, east], 600, { lat: 40, lng: 116 });
    expect([first?.place.id, second?.place.id]).toEqual([1, 2]);
  });

  it('keeps the order of ids when the customer keeps the location private', () => {
    const places = [3, 1, 2].map((id) => ({ id, lat: 31, lng: 121, ...allDay }));
    const nearby = byDistance(places, 600, undefined);
    expect(nearby.map(({ place: { id }, distanceM }) => [id, distanceM])).toEqual([
      [1, null],
      [2, null],
      [3, null],
    ]);
  });

  it('sends people to the nearest open store, and to the nearest one when all are closed', () => {
    const closed = { id: 1, lat: 31, lng: 121, ...day };
    const open = { id: 2, lat: 31.1, lng: 121, ...allDay };
    const here = { lat: 31, lng: 121 };
    expect(bestNow(byDistance([closed, open], 60, here))?.place.id).toBe(2);
    expect(bestNow(byDistance([closed], 60, here))?.place.id).toBe(1);
    expect(bestNow([])).toBeUndefined();
  });

  it('loses no store, is sorted, and chooses an open one whenever there is one', () => {
    fc.assert(
      fc.property(fc.array(place), fc.integer({ min: 0, max: 1439 }), (places, minute) => {
        const nearby = byDistance(places, minute, { lat: 31.23, lng: 121.47 });
        const distances = nearby.map(({ distanceM }) => distanceM ?? -1);
        expect(distances).toEqual([...distances].sort((a, b) => a - b));
        expect(new Set(nearby.map((item) => item.place))).toEqual(new Set(places));
        expect(bestNow(nearby)?.open ?? false).toBe(nearby.some(({ open }) => open));
      }),
    );
  });
});
