import { texts } from '../texts';
import { formatInstant, formatMoney } from './format';

/** An amount of money, in fen. */
export function Fen({ value }: { value: number }) {
  return <>{formatMoney(value)}</>;
}

export function Moment({ at }: { at: string | null }) {
  return at ? <time dateTime={at}>{formatInstant(at)}</time> : <None />;
}

export function None() {
  return <span aria-hidden>{texts.common.none}</span>;
}

export function TextOrNone({ text }: { text: string | null | undefined }) {
  return text ? <>{text}</> : <None />;
}
