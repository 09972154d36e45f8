import fc from 'fast-check';
import { CARD_NUMBERS, cardNumberOf, isCardNumber } from './card-number.js';

const random = fc.integer({ min: 0, max: CARD_NUMBERS - 1 });

describe('card number', () => {
  it('has 12 digits from the first to the last', () => {
    expect(cardNumberOf(0)).toMatch(/^10000000000\d$/);
    expect(cardNumberOf(CARD_NUMBERS - 1)).toMatch(/^99999999999\d$/);
  });

  it('ends in the Luhn digit, as on a published test card', () => {
    expect(cardNumberOf(50_180_000_000 - 10_000_000_000)).toBe('501800000009');
    expect(isCardNumber('501800000008')).toBe(false);
    expect(isCardNumber('50180000000')).toBe(false);
  });

  it('is valid however it was drawn, and never the same for two draws', () => {
    fc.assert(
      fc.property(random, random, (a, b) => {
        expect(isCardNumber(cardNumberOf(a))).toBe(true);
        expect(cardNumberOf(a) === cardNumberOf(b)).toBe(a === b);
      }),
    );
  });

  it('notices any single mistyped digit', () => {
    fc.assert(
      fc.property(random, fc.nat(11), fc.integer({ min: 1, max: 9 }), (value, place, shift) => {
        const card = cardNumberOf(value);
        const wrong = String((Number(card[place]) + shift) % 10);
        expect(isCardNumber(card.slice(0, place) + wrong + card.slice(place + 1))).toBe(false);
      }),
    );
  });
});
