/** The official limits per kind of value; lengths count characters. */
const KINDS: Readonly<Record<string, (value: string) => boolean>> = {
  thing: (value) => atMost(value, 20),
  number: (value) => /^-?\d+(\.\d+)?$/.test(value) && atMost(value, 32),
  letter: (value) => /^[A-Za-z]+$/.test(value) && atMost(value, 32),
  symbol: (value) => /^[^0-9A-Za-z\p{Script=Han}\s]+$/u.test(value) && atMost(value, 5),
  character_string: (value) => /^[\x21-\x7e]+$/.test(value) && atMost(value, 32),
  time: isTime,
  date: isDate,
  amount: (value) => /^[¥￥$€£]?\d{1,10}(\.\d+)?元?$/.test(value),
  phone_number: (value) => /^[\d+\-() ]+$/.test(value) && atMost(value, 17),
  car_number: (value) => atMost(value, 8),
  name: (value) => atMost(value, /\p{Script=Han}/u.test(value) ? 10 : 20),
  phrase: (value) => /^\p{Script=Han}{1,5}$/u.test(value),
  enum: (value) => value.length > 0,
};

const CLOCK_TIME = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?`;
const DAY = String.raw`(\d{4}年\d{1,2}月\d{1,2}日|\d{4}-\d{1,2}-\d{1,2}|\d{4}/\d{1,2}/\d{1,2})`;

/** thing1 → thing; undefined when it isn't the key of any kind of value. */
export function kindOfKey(key: string): string | undefined {
  const kind = /^([a-z_]+?)\d+$/.exec(key)?.[1];
  return kind !== undefined && Object.hasOwn(KINDS, kind) ? kind : undefined;
}

/** What is wrong with a value, in the words WeChat uses, or undefined. */
export function templateValueProblem(key: string, value: unknown): string | undefined {
  const kind = kindOfKey(key);
  const check = kind === undefined ? undefined : KINDS[kind];
  if (!check || typeof value !== 'string') {
    return `data.${key}.value invalid`;
  }
  if (value.trim() === '') {
    return `data.${key}.value is empty`;
  }
  return check(value) ? undefined : `data.${key}.value invalid`;
}

function atMost(value: string, length: number): boolean {
  return [...value].length <= length;
}

function isTime(value: string): boolean {
  return inRange(value, new RegExp(`^(${DAY} ?)?${CLOCK_TIME}$`));
}

function isDate(value: string): boolean {
  return inRange(value, new RegExp(`^${DAY}( ?${CLOCK_TIME})?$`));
}

/** One instant, or two with a wave between them. */
function inRange(value: string, instant: RegExp): boolean {
  const parts = value.split('~').map((part) => part.trim());
  return parts.length <= 2 && parts.every((part) => instant.test(part));
}
