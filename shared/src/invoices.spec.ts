import fc from 'fast-check';
import { isTaxNumber } from './invoices.js';

describe('tax numbers', () => {
  // Of well-known companies, as printed on their pages.
  it.each(['9144030071526726XG', '91110000802100433B', '91330100799655058B'])('accepts %s', (number) => {
    expect(isTaxNumber(number)).toBe(true);
  });

  it.each(['', '123456', '9144030071526726XX', '91440300715267261G', '9144030071526726xg', 'I'.repeat(18)])(
    'refuses %p',
    (number) => {
      expect(isTaxNumber(number)).toBe(false);
    },
  );

  it('notices every single slip', () => {
    const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(...letters), (position, letter) => {
        const right = '91110000802100433B';
        const slipped = right.slice(0, position) + letter + right.slice(position + 1);
        expect(isTaxNumber(slipped)).toBe(slipped === right);
      }),
    );
  });
});
