import { formatPoints, formatPointsChange } from './points.js';

describe('points as people read them', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [1000, '1,000'],
    [1234567, '1,234,567'],
    [-30, '-30'],
    [-1280, '-1,280'],
  ])('%d is %s', (points, text) => expect(formatPoints(points)).toBe(text));

  it('shows which way a change goes', () => {
    expect([20, -1280, 0].map(formatPointsChange)).toEqual(['+20', '-1,280', '0']);
  });
});
