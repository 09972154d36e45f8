import fc from 'fast-check';
import {
  ID_KINDS,
  configurePublicIds,
  fromPublicId,
  publicIdPattern,
  toPublicId,
  type IdKind,
} from './public-id.js';

const kind = fc.constantFrom(...(Object.keys(ID_KINDS) as IdKind[]));
const id = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

beforeAll(() => configurePublicIds(Buffer.alloc(16, 7)));

describe('public ids', () => {
  it('come back as the number they stand for, and look as documented', () => {
    fc.assert(
      fc.property(kind, id, (ofKind, number) => {
        const text = toPublicId(ofKind, number);
        expect(fromPublicId(ofKind, text)).toBe(number);
        expect(text).toMatch(new RegExp(publicIdPattern(ofKind)));
      }),
    );
  });

  it('are no ids of another kind', () => {
    fc.assert(
      fc.property(kind, kind, id, (one, other, number) => {
        fc.pre(one !== other);
        const text = toPublicId(one, number);
        expect(fromPublicId(other, text)).toBeUndefined();
        expect(fromPublicId(other, ID_KINDS[other] + text.slice(2))).toBeUndefined();
      }),
    );
  });

  it('cannot be made up, shortened or altered', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        expect(fromPublicId('order', text)).toBeUndefined();
        expect(fromPublicId('order', `or_${text}`)).toBeUndefined();
      }),
    );
    const real = toPublicId('order', 42);
    const altered = real.slice(0, -1) + (real.endsWith('1') ? '2' : '1');
    expect(fromPublicId('order', altered)).toBeUndefined();
  });

  it('tell nothing of how many there are', () => {
    const first = toPublicId('order', 1);
    const second = toPublicId('order', 2);
    const same = [...first].filter((letter, index) => letter === second[index]).length;
    expect(same).toBeLessThan(12);
  });
});
