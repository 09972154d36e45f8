import fc from 'fast-check';
import {
  allowsMembership,
  CONSENT_PURPOSES,
  CONSENT_VERSION,
  newlyDecided,
  type ConsentChoice,
  type ConsentPurpose,
} from './consents.js';

const choice = fc.record<ConsentChoice>({
  purpose: fc.constantFrom<ConsentPurpose>(...CONSENT_PURPOSES),
  given: fc.boolean(),
});

describe('consents', () => {
  it('gives no card without consent to the service', () => {
    expect(allowsMembership([])).toBe(false);
    expect(allowsMembership([{ purpose: 'marketing', given: true }])).toBe(false);
    expect(allowsMembership([{ purpose: 'service', given: false }])).toBe(false);
    expect(allowsMembership([{ purpose: 'service', given: true }])).toBe(true);
  });

  it('writes again when the wording has changed, though the answer has not', () => {
    const stored = [{ purpose: 'service', given: true, version: '2019-01' }] as const;
    expect(newlyDecided([{ purpose: 'service', given: true }], stored)).toHaveLength(1);
  });

  it('writes the last word once, and nothing when it is known already', () => {
    fc.assert(
      fc.property(fc.array(choice), (choices) => {
        const written = newlyDecided(choices, []);
        const stored = written.map((one) => ({ ...one, version: CONSENT_VERSION[one.purpose] }));
        for (const { purpose, given } of written) {
          expect(choices.findLast((one) => one.purpose === purpose)?.given).toBe(given);
        }
        expect(new Set(written.map(({ purpose }) => purpose)).size).toBe(written.length);
        expect(newlyDecided(choices, stored)).toEqual([]);
      }),
    );
  });
});
