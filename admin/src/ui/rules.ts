import type { Rule } from 'antd/es/form';
import { yuanToFen } from '@regulars/shared';
import { texts } from '../texts';

/** The rules forms share. Sentences come with the rule, so a form only names what it asks for. */
export function required(what: string): Rule {
  return { required: true, whitespace: true, message: texts.common.required(what) };
}

export function picked(what: string): Rule {
  return { required: true, message: texts.common.pick(what) };
}

/** Empty passes: whether something has to be there is for `required` to say. */
export function satisfies(test: (text: string) => boolean, message: string): Rule {
  return {
    validator: (_rule, text: string | undefined) =>
      !text || test(text) ? Promise.resolve() : Promise.reject(new Error(message)),
  };
}

/** An amount somebody pays: exact to the fen, and more than nothing. */
export const isPrice: Rule = satisfies(isPriceText, texts.common.priceInvalid);

/** One hundred million yuan, the most that the server takes. */
const PRICE_MAX_FEN = 10_000_000_000;

export function isPriceText(text: string): boolean {
  const fen = yuanToFen(text) ?? 0;
  return fen > 0 && fen <= PRICE_MAX_FEN;
}

export function isWhole(min: number, max: number): Rule {
  return satisfies(
    (text) => {
      const value = wholeOf(text);
      return value !== undefined && value >= min && value <= max;
    },
    texts.common.wholeBetween(min, max),
  );
}

/** "12" → 12, "1,200" → 1200; anything else is no whole number. */
export function wholeOf(text: string): number | undefined {
  const compact = text.trim().replaceAll(',', '').replace('−', '-');
  return /^[+-]?\d{1,9}$/.test(compact) ? Number(compact) : undefined;
}
