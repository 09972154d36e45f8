import { obstacleOfDistance } from './nearness.js';

describe('a check-in by the printed code', () => {
  it.each([
    ['required', null, 'location_required'],
    ['required', 301, 'too_far_from_store'],
    ['required', 300, undefined],
    ['soft', null, undefined],
    ['soft', 301, 'too_far_from_store'],
    ['soft', 0, undefined],
  ] as const)('%s, %p metres away: %p', (checkInLocation, distanceM, obstacle) => {
    expect(obstacleOfDistance({ checkInLocation, checkInRadiusM: 300 }, distanceM)).toBe(obstacle);
  });
});
