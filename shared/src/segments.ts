/**
 * Which members: one language for segments, coupons and campaigns. An expression is JSON; what it asks is answered from
 * sets of members, numbers of members and what happened on the days of a window.
 */
export type SegmentExpression =
  | { readonly all: readonly SegmentExpression[] }
  | { readonly any: readonly SegmentExpression[] }
  | { readonly atLeast: number; readonly of: readonly SegmentExpression[] }
  | { readonly not: SegmentExpression }
  | { readonly set: SetTerm }
  | { readonly number: NumberTerm }
  | { readonly event: EventTerm };

/** Members of a set: those with a tag, of a tier, of a store … */
export interface SetTerm {
  readonly kind: SegmentSetKind;
  /** Which one; a public id where it names something that has one. */
  readonly key: string;
}

/** Members whose number lies between the two, both included; whoever has none is not among them. */
export interface NumberTerm {
  readonly name: SegmentNumber;
  readonly from?: number;
  readonly to?: number;
}

/** Members for whom it happened on at least so many of the last days, today included. */
export interface EventTerm {
  readonly kind: SegmentEventKind;
  readonly days: number;
  readonly atLeast: number;
  /** Of which product, for events of a product. */
  readonly key?: string;
}

export const SEGMENT_SET_KINDS = [
  'tag',
  'tier',
  'store',
  'live-code',
  'consent',
  'bought-sku',
  'bought-product',
  'bought-category',
  'lifecycle',
  'rfm',
] as const;
export type SegmentSetKind = (typeof SEGMENT_SET_KINDS)[number];

export const SEGMENT_EVENT_KINDS = ['active', 'visited', 'ordered', 'bought-product'] as const;
export type SegmentEventKind = (typeof SEGMENT_EVENT_KINDS)[number];

export interface SegmentNumberMeaning {
  readonly text: string;
  readonly unit: 'fen' | 'times' | 'points' | 'days';
  /** It is how many days have gone by since; what is kept is the day. */
  readonly since?: boolean;
}

export const SEGMENT_NUMBERS = {
  'spend-365': { text: '最近365天消费', unit: 'fen' },
  'orders-365': { text: '最近365天订单', unit: 'times' },
  'spend-total': { text: '累计消费', unit: 'fen' },
  'orders-total': { text: '累计订单', unit: 'times' },
  'average-order': { text: '最近365天客单价', unit: 'fen' },
  'visits-total': { text: '累计到店', unit: 'times' },
  points: { text: '可用积分', unit: 'points' },
  growth: { text: '成长值', unit: 'points' },
  'days-since-joined': { text: '入会', unit: 'days', since: true },
  'days-since-order': { text: '距上次下单', unit: 'days', since: true },
  'days-since-visit': { text: '距上次到店', unit: 'days', since: true },
} as const satisfies Record<string, SegmentNumberMeaning>;
export type SegmentNumber = keyof typeof SEGMENT_NUMBERS;

/** Asked anew each time, or kept as it was. */
export const SEGMENT_KINDS = ['dynamic', 'frozen'] as const;
export type SegmentKind = (typeof SEGMENT_KINDS)[number];

export const CONSENT_TEXT = { service: '会员服务', marketing: '营销消息' } as const;

/** Natural limits: no question that a person asks comes near, and no machine can ask for the moon. */
export const SEGMENT_LIMITS = {
  depth: 6,
  terms: 40,
  children: 20,
  windowDays: 400,
  /** Days of all windows together. */
  windowDaysInAll: 1200,
  keyLength: 40,
  number: 10_000_000_000,
} as const;

export interface ExpressionFault {
  /** Where, such as `expression.all[1].set.key`. */
  readonly field: string;
  readonly message: string;
}

export type ParsedExpression =
  | { readonly ok: true; readonly expression: SegmentExpression }
  | { readonly ok: false; readonly faults: readonly ExpressionFault[] };

/** Reads what somebody sent. Everything that is wrong is named, each with its place. */
export function parseSegmentExpression(value: unknown, field = 'expression'): ParsedExpression {
  const reading = new Reading();
  const expression = reading.node(value, field, 1);
  if (reading.terms > SEGMENT_LIMITS.terms) {
    reading.fault(field, `最多 ${SEGMENT_LIMITS.terms} 个条件，现在有 ${reading.terms} 个`);
  }
  if (reading.days > SEGMENT_LIMITS.windowDaysInAll) {
    reading.fault(field, `所有时间窗口加起来最多 ${SEGMENT_LIMITS.windowDaysInAll} 天`);
  }
  return expression && reading.faults.length === 0
    ? { ok: true, expression }
    : { ok: false, faults: reading.faults };
}

type Fields = Readonly<Record<string, unknown>>;

/** No more than a person can read at once. */
const FAULTS_MAX = 20;

class Reading {
  readonly faults: ExpressionFault[] = [];
  terms = 0;
  days = 0;

  fault(field: string, message: string): undefined {
    if (this.faults.length < FAULTS_MAX) {
      this.faults.push({ field, message });
    }
    return undefined;
  }

  node(value: unknown, field: string, depth: number): SegmentExpression | undefined {
    if (!isFields(value)) {
      return this.fault(field, '应为一个条件');
    }
    if (depth > SEGMENT_LIMITS.depth) {
      return this.fault(field, `条件最多嵌套 ${SEGMENT_LIMITS.depth} 层`);
    }
    const [form, unknown] = formOf(value);
    if (form === undefined) {
      return this.fault(field, '应为 all、any、atLeast、not、set、number、event 之一');
    }
    if (unknown !== undefined) {
      return this.fault(`${field}.${unknown}`, '不认识这个字段');
    }
    switch (form) {
      case 'all':
      case 'any': {
        const items = this.list(value[form], `${field}.${form}`, depth);
        return items && (form === 'all' ? { all: items } : { any: items });
      }
      case 'atLeast':
        return this.atLeast(value, field, depth);
      case 'not': {
        const inner = this.node(value['not'], `${field}.not`, depth + 1);
        return inner && { not: inner };
      }
      case 'set': {
        const set = this.set(value['set'], `${field}.set`);
        return set && { set };
      }
      case 'number': {
        const number = this.number(value['number'], `${field}.number`);
        return number && { number };
      }
      case 'event': {
        const event = this.event(value['event'], `${field}.event`);
        return event && { event };
      }
    }
  }

  private list(value: unknown, field: string, depth: number): SegmentExpression[] | undefined {
    if (!Array.isArray(value) || value.length === 0 || value.length > SEGMENT_LIMITS.children) {
      return this.fault(field, `应有 1 到 ${SEGMENT_LIMITS.children} 个条件`);
    }
    const items = value.map((item: unknown, index) => this.node(item, `${field}[${index}]`, depth + 1));
    return items.every((item) => item !== undefined) ? items : undefined;
  }

  private atLeast(value: Fields, field: string, depth: number): SegmentExpression | undefined {
    const of = this.list(value['of'], `${field}.of`, depth);
    const atLeast = this.whole(
      value['atLeast'],
      `${field}.atLeast`,
      1,
      of?.length ?? SEGMENT_LIMITS.children,
    );
    return of && atLeast !== undefined ? { atLeast, of } : undefined;
  }

  private set(value: unknown, field: string): SetTerm | undefined {
    const fields = this.fields(value, field, ['kind', 'key']);
    const kind = fields && this.oneOf(fields['kind'], `${field}.kind`, SEGMENT_SET_KINDS);
    const key = fields && this.key(fields['key'], `${field}.key`);
    return kind && key !== undefined ? { kind, key } : undefined;
  }

  private number(value: unknown, field: string): NumberTerm | undefined {
    const fields = this.fields(value, field, ['name', 'from', 'to']);
    const names = Object.keys(SEGMENT_NUMBERS) as SegmentNumber[];
    const name = fields && this.oneOf(fields['name'], `${field}.name`, names);
    if (!fields || !name) {
      return undefined;
    }
    const limit = SEGMENT_LIMITS.number;
    const from =
      fields['from'] === undefined ? undefined : this.whole(fields['from'], `${field}.from`, 0, limit);
    const to = fields['to'] === undefined ? undefined : this.whole(fields['to'], `${field}.to`, 0, limit);
    if (fields['from'] === undefined && fields['to'] === undefined) {
      return this.fault(field, '请至少填写一个界限');
    }
    if (from !== undefined && to !== undefined && from > to) {
      return this.fault(`${field}.to`, '上限不能小于下限');
    }
    return { name, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  }

  private event(value: unknown, field: string): EventTerm | undefined {
    const fields = this.fields(value, field, ['kind', 'days', 'atLeast', 'key']);
    const kind = fields && this.oneOf(fields['kind'], `${field}.kind`, SEGMENT_EVENT_KINDS);
    if (!fields || !kind) {
      return undefined;
    }
    const days = this.whole(fields['days'], `${field}.days`, 1, SEGMENT_LIMITS.windowDays);
    const atLeast = this.whole(fields['atLeast'], `${field}.atLeast`, 1, days ?? SEGMENT_LIMITS.windowDays);
    this.days += days ?? 0;
    if (kind !== 'bought-product') {
      if (fields['key'] !== undefined) {
        return this.fault(`${field}.key`, '只有购买商品的条件需要指定商品');
      }
      return days && atLeast ? { kind, days, atLeast } : undefined;
    }
    const key = this.key(fields['key'], `${field}.key`);
    return days && atLeast && key !== undefined ? { kind, days, atLeast, key } : undefined;
  }

  private fields(value: unknown, field: string, known: readonly string[]): Fields | undefined {
    this.terms += 1;
    if (!isFields(value)) {
      return this.fault(field, '内容不完整');
    }
    const unknown = Object.keys(value).find((name) => !known.includes(name));
    return unknown === undefined ? value : this.fault(`${field}.${unknown}`, '不认识这个字段');
  }

  private oneOf<T extends string>(value: unknown, field: string, known: readonly T[]): T | undefined {
    return known.find((one) => one === value) ?? this.fault(field, `应为 ${known.join('、')} 之一`);
  }

  private key(value: unknown, field: string): string | undefined {
    return typeof value === 'string' && KEY.test(value) ? value : this.fault(field, '请选择一项');
  }

  private whole(value: unknown, field: string, min: number, max: number): number | undefined {
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= min && value <= max
      ? value
      : this.fault(field, `应为 ${min} 到 ${max} 的整数`);
  }
}

const KEY = new RegExp(`^[\\w.:-]{1,${SEGMENT_LIMITS.keyLength}}$`);

const FORMS = {
  all: ['all'],
  any: ['any'],
  atLeast: ['atLeast', 'of'],
  not: ['not'],
  set: ['set'],
  number: ['number'],
  event: ['event'],
} as const;
type Form = keyof typeof FORMS;

/** Which form it has, and the first field that doesn't belong to it. */
function formOf(value: Fields): [form: Form | undefined, unknown: string | undefined] {
  const names = Object.keys(value);
  const form = (Object.keys(FORMS) as Form[]).find((one) => names.includes(one));
  const known: readonly string[] = form === undefined ? [] : FORMS[form];
  return [form, names.find((name) => !known.includes(name))];
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same expression with its keys replaced, as between public ids and numbers of rows. */
export function mapSegmentKeys(
  expression: SegmentExpression,
  replace: (kind: SegmentSetKind | SegmentEventKind, key: string) => string,
): SegmentExpression {
  const again = (inner: SegmentExpression): SegmentExpression => mapSegmentKeys(inner, replace);
  if ('all' in expression) {
    return { all: expression.all.map(again) };
  }
  if ('any' in expression) {
    return { any: expression.any.map(again) };
  }
  if ('of' in expression) {
    return { atLeast: expression.atLeast, of: expression.of.map(again) };
  }
  if ('not' in expression) {
    return { not: again(expression.not) };
  }
  if ('set' in expression) {
    const { kind, key } = expression.set;
    return { set: { kind, key: replace(kind, key) } };
  }
  if ('event' in expression && expression.event.key !== undefined) {
    const { kind, key } = expression.event;
    return { event: { ...expression.event, key: replace(kind, key) } };
  }
  return expression;
}

/** What a key is called, such as the name of a tag. */
export type SegmentNames = (kind: SegmentSetKind | SegmentEventKind, key: string) => string;

/** The expression as a sentence for people: “金卡会员，且最近90天有≥2天下单，且不是（……）”. */
export function describeSegment(expression: SegmentExpression, names: SegmentNames): string {
  return sentence(expression, names, true);
}

function sentence(expression: SegmentExpression, names: SegmentNames, outermost: boolean): string {
  const inside = (inner: SegmentExpression): string => sentence(inner, names, false);
  const joined = (items: readonly SegmentExpression[], word: string): string => {
    const text = items.map(inside).join(word);
    return outermost || items.length === 1 ? text : `（${text}）`;
  };
  if ('all' in expression) {
    return joined(expression.all, '，且');
  }
  if ('any' in expression) {
    return joined(expression.any, '，或');
  }
  if ('of' in expression) {
    return `满足以下至少${expression.atLeast}项：（${expression.of.map(inside).join('；')}）`;
  }
  if ('not' in expression) {
    return `不是“${sentence(expression.not, names, true)}”`;
  }
  if ('set' in expression) {
    return setSentence(expression.set, names);
  }
  return 'number' in expression ? numberSentence(expression.number) : eventSentence(expression.event, names);
}

const SET_SENTENCE: Readonly<Record<SegmentSetKind, (name: string) => string>> = {
  tag: (name) => `有标签“${name}”`,
  tier: (name) => `${name}会员`,
  store: (name) => `在${name}入会`,
  'live-code': (name) => `经活码“${name}”入会`,
  consent: (name) => `同意${name}`,
  'bought-sku': (name) => `买过${name}`,
  'bought-product': (name) => `买过${name}`,
  'bought-category': (name) => `买过${name}类商品`,
  lifecycle: (name) => `处于${name}`,
  rfm: (name) => `属于${name}`,
};

function setSentence({ kind, key }: SetTerm, names: SegmentNames): string {
  return SET_SENTENCE[kind](names(kind, key));
}

function numberSentence({ name, from, to }: NumberTerm): string {
  const { text, unit } = SEGMENT_NUMBERS[name];
  const value = (amount: number): string => amountText(amount, unit);
  if (from !== undefined && to !== undefined) {
    return from === to ? `${text}正好${value(from)}` : `${text}${value(from)}到${value(to)}`;
  }
  return from !== undefined ? `${text}至少${value(from)}` : `${text}最多${value(to ?? 0)}`;
}

function amountText(amount: number, unit: SegmentNumberMeaning['unit']): string {
  switch (unit) {
    case 'fen':
      return `${(amount / 100).toFixed(amount % 100 === 0 ? 0 : 2)}元`;
    case 'times':
      return `${amount}次`;
    case 'points':
      return `${amount}分`;
    case 'days':
      return `${amount}天`;
  }
}

const EVENT_SENTENCE: Readonly<Record<SegmentEventKind, (name: string) => string>> = {
  active: () => '活跃',
  visited: () => '到店',
  ordered: () => '下单',
  'bought-product': (name) => `买${name}`,
};

function eventSentence({ kind, days, atLeast, key }: EventTerm, names: SegmentNames): string {
  const did = EVENT_SENTENCE[kind](key === undefined ? '' : names(kind, key));
  return atLeast === 1 ? `最近${days}天${did}过` : `最近${days}天有≥${atLeast}天${did}`;
}
