import { pinyin } from 'pinyin-pro';

/** As long as the column is wide: nobody types more before looking at what is found. */
export const TERM_LENGTH = 24;
const WORDS_MAX = 4;
const QUERY_LENGTH_MAX = 40;

const HAN = /\p{Script=Han}/u;
/** One character of Chinese, or a run of other letters and digits. */
const UNITS = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;

/** Half and full width, upper and lower case are no difference to people, nor is what stands between the words. */
export function normalise(text: string): string {
  return unitsOf(text).join('');
}

/**
 * What a search may begin with to find this text: from every character on as it is written, as it is spoken, and by
 * the initials of how it is spoken. 「桂花拿铁」 is found by 拿铁, natie, ghnt and nt.
 */
export function termsOf(text: string): string[] {
  const units = unitsOf(text);
  const spoken = units.map((unit) => (HAN.test(unit) ? pinyin(unit, { toneType: 'none', v: true }) : unit));
  const inContext = spokenInContext(units, spoken);
  const terms = [units, inContext, inContext.map(([first = '']) => first)].flatMap((parts) =>
    parts.map((_part, index) => cut(parts.slice(index).join(''))),
  );
  return [...new Set(terms)].filter((term) => term !== '');
}

/** The words that all must be found. Nothing that a database would take for a pattern is left in them. */
export function wordsOf(query: string): string[] {
  const words = query.slice(0, QUERY_LENGTH_MAX).split(/\s+/u).map(normalise);
  return [...new Set(words.filter((word) => word !== '').map(cut))].slice(0, WORDS_MAX);
}

function unitsOf(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(UNITS) ?? [];
}

/** 乐 in 可乐 is another than in 音乐: runs of Chinese are spoken as a whole. */
function spokenInContext(units: readonly string[], alone: readonly string[]): string[] {
  const whole = pinyin(units.filter((unit) => HAN.test(unit)).join(''), {
    toneType: 'none',
    v: true,
    type: 'array',
  });
  const hans = units.filter((unit) => HAN.test(unit)).length;
  let next = 0;
  return units.map((unit, index) =>
    HAN.test(unit) && whole.length === hans ? (whole[next++] ?? '') : (alone[index] ?? unit),
  );
}

function cut(text: string): string {
  return [...text].slice(0, TERM_LENGTH).join('');
}
