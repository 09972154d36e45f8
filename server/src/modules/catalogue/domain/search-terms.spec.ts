import fc from 'fast-check';
import { TERM_LENGTH, normalise, termsOf, wordsOf } from './search-terms.js';

const character = fc.constantFrom(...'桂花拿铁冰美式咖啡燕麦乐可大中ＡbＣ9０ ·（）%_\\\'"-😀é');
const text = fc.array(character, { maxLength: 20 }).map((characters) => characters.join(''));

const finds = (name: string, query: string): boolean =>
  wordsOf(query).every((word) => termsOf(name).some((term) => term.startsWith(word)));

describe('search', () => {
  it('makes the same of what is the same, once and for all', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(normalise(normalise(one))).toBe(normalise(one));
        expect(normalise(one.toUpperCase())).toBe(normalise(one.toLowerCase()));
        expect(normalise(one)).toMatch(/^[\p{L}\p{N}]*$/u);
      }),
      { numRuns: 300 },
    );
  });

  it('never hands a pattern or an endless word to the database', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ maxLength: 200, unit: 'binary' })), (query) => {
        const words = wordsOf(query);
        expect(words.length).toBeLessThanOrEqual(4);
        expect(words.every((word) => /^[\p{L}\p{N}]+$/u.test(word) && [...word].length <= TERM_LENGTH)).toBe(
          true,
        );
      }),
      { numRuns: 300 },
    );
  });

  it('finds every name by any piece of it that begins at a character', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat({ max: 8 }), (name, from, length) => {
        const han = [...name].filter((one) => /\p{Script=Han}/u.test(one)).join('');
        const start = han === '' ? 0 : from % han.length;
        expect(finds(han, han.slice(start, start + length + 1))).toBe(true);
        expect(finds(name, name)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['桂花拿铁', 'ghnt'],
    ['桂花拿铁', 'GHNT'],
    ['桂花拿铁', 'nt'],
    ['桂花拿铁', 'natie'],
    ['桂花拿铁', '拿铁'],
    ['桂花拿铁', '拿铁 桂花'],
    ['桂花拿铁', 'gui natie'],
    ['可乐冰美式', 'kele'],
    ['音乐下午茶', 'yinyue'],
    ['绿茶', 'lvcha'],
    ['Dirty 脏咖啡', 'dirty'],
    ['Dirty 脏咖啡', 'ＤＩＲＴＹ'],
    ['防晒乳 SPF50+', 'spf50'],
  ])('finds %s by %s', (name, query) => {
    expect(finds(name, query)).toBe(true);
  });

  it.each([
    ['桂花拿铁', '美式'],
    ['桂花拿铁', '拿铁 美式'],
    ['桂花拿铁', 'hg'],
  ])('does not find %s by %s', (name, query) => {
    expect(finds(name, query)).toBe(false);
  });
});
