import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { fromPublicId, publicIdPattern, type IdKind } from '../ids/index.js';

/**
 * One decorator a field: the rule that checks it and the line that documents it are the same fact.
 * Requests and responses use the same decorators. Every text and list has an upper bound.
 */
export interface FieldOptions {
  /** Becomes the field's description in the API document. */
  readonly doc: string;
  /** The field may be absent. */
  readonly optional?: boolean;
  /** The field may be null. */
  readonly nullable?: boolean;
  readonly example?: unknown;
}

type Rules = PropertyDecorator[];

function field(options: FieldOptions, api: ApiPropertyOptions, rules: Rules): PropertyDecorator {
  const presence: Rules = [];
  if (options.optional && options.nullable) {
    presence.push(IsOptional());
  } else if (options.optional) {
    presence.push(ValidateIf((_object, value) => value !== undefined));
  } else if (options.nullable) {
    presence.push(ValidateIf((_object, value) => value !== null));
  }
  const documented = {
    ...api,
    description: options.doc,
    required: !options.optional,
    ...(options.nullable ? { nullable: true } : {}),
    ...(options.example === undefined ? {} : { example: options.example }),
  } as ApiPropertyOptions;
  return applyDecorators(ApiProperty(documented), ...presence, ...rules);
}

export interface TextOptions extends FieldOptions {
  /** Characters at most. */
  readonly max: number;
  readonly min?: number;
  readonly pattern?: RegExp;
  /** Said when the pattern doesn't match. */
  readonly patternMessage?: string;
  /** Cuts blanks at both ends before checking; on by default. */
  readonly trim?: boolean;
}

export function Text(options: TextOptions): PropertyDecorator {
  const { max, min = 1, pattern, patternMessage = '格式不正确', trim = true } = options;
  const rules: Rules = [
    IsString({ message: '应为文字' }),
    MinLength(min, { message: min === 1 ? '不能为空' : `至少 ${min} 个字` }),
    Matches(atMost(max), { message: `最多 ${max} 个字` }),
    // A NUL or half a surrogate pair is never meant, and upsets databases and logs.
    Matches(/^[^\0\p{Surrogate}]*$/u, { message: '含有无法识别的字符' }),
  ];
  if (pattern) {
    rules.push(Matches(pattern, { message: patternMessage }));
  }
  if (trim) {
    rules.push(
      Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)),
    );
  }
  return field(
    options,
    { type: 'string', maxLength: max, minLength: min, ...(pattern ? { pattern: pattern.source } : {}) },
    rules,
  );
}

/** Counts as a VARCHAR does, by code points; `MaxLength` doesn't count the variation selectors of emoji. */
function atMost(characters: number): RegExp {
  return new RegExp(`^.{0,${characters}}$`, 'su');
}

export interface WholeOptions extends FieldOptions {
  readonly min: number;
  readonly max: number;
}

/** A whole number. In a query string its text is read as a number first. */
export function Whole(options: WholeOptions): PropertyDecorator {
  return field(options, { type: 'integer', minimum: options.min, maximum: options.max }, [
    fromQueryText(),
    IsInt({ message: '应为整数' }),
    Min(options.min, { message: `不能小于 ${options.min}` }),
    Max(options.max, { message: `不能大于 ${options.max}` }),
  ]);
}

/** One hundred million yuan: more than any order, less than any overflow. */
const FEN_MAX = 10_000_000_000;

/** Money in fen, never negative unless `min` says so. */
export function Fen(options: FieldOptions & { min?: number }): PropertyDecorator {
  return Whole({ min: 0, max: FEN_MAX, ...options });
}

export function Decimal(options: WholeOptions): PropertyDecorator {
  return field(options, { type: 'number', minimum: options.min, maximum: options.max }, [
    fromQueryText(),
    IsNumber({ allowNaN: false, allowInfinity: false }, { message: '应为数字' }),
    Min(options.min, { message: `不能小于 ${options.min}` }),
    Max(options.max, { message: `不能大于 ${options.max}` }),
  ]);
}

export function Flag(options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'boolean' }, [IsBoolean({ message: '应为是或否' })]);
}

/** One of a closed list; `name` makes it a named type in the API document. */
export function OneOf(
  values: readonly string[],
  options: FieldOptions & { name?: string },
): PropertyDecorator {
  return field(options, { enum: [...values], ...(options.name ? { enumName: options.name } : {}) }, [
    IsIn([...values], { message: `应为 ${values.join('、')} 之一` }),
  ]);
}

/** In a request: text outside, the row's number inside. A made-up id fails like a row that isn't there. */
export function PublicId(kind: IdKind, options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'string', pattern: publicIdPattern(kind), maxLength: 32 }, [
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string'
        ? (fromPublicId(kind, value) ?? Number.NaN)
        : value === null
          ? null
          : undefinedOr(value),
    ),
    IsInt({ message: '编号不正确' }),
  ]);
}

function undefinedOr(value: unknown): number | undefined {
  return value === undefined ? undefined : Number.NaN;
}

/** In a response: the public id as text. */
export function OpaqueId(kind: IdKind, options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'string', pattern: publicIdPattern(kind), maxLength: 32 }, [IsString()]);
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** ISO 8601 with an offset. */
export function Instant(options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'string', format: 'date-time' }, [
    Matches(INSTANT, { message: '时间格式不正确' }),
    isRealDate(),
  ]);
}

/** 'YYYY-MM-DD' on the brand's calendar. */
export function BusinessDay(options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'string', format: 'date' }, [
    Matches(DAY, { message: '日期格式应为 2026-01-31' }),
    isRealDate(),
  ]);
}

/** 'HH:MM', 24 hours. */
export function TimeOfDay(options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'string', pattern: TIME.source }, [
    Matches(TIME, { message: '时间格式应为 08:30' }),
  ]);
}

/** What a DATETIME or DATE holds. */
const FIRST_INSTANT = Date.UTC(1000, 0, 1);
const LAST_INSTANT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** 31 February has the form of a day but is none, 25 o'clock that of a time. */
function isRealDate(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => {
    if (typeof value !== 'string') {
      return value;
    }
    const day = value.slice(0, 10);
    const parsed = new Date(`${day}T00:00:00.000Z`);
    const isDay = !Number.isNaN(parsed.getTime()) && parsed.toISOString().slice(0, 10) === day;
    const instant = Date.parse(value);
    return isDay && instant >= FIRST_INSTANT && instant <= LAST_INSTANT ? value : `${value} ?`;
  });
}

export function Phone(options: FieldOptions): PropertyDecorator {
  return Text({ max: 11, pattern: /^1[3-9]\d{9}$/, patternMessage: '请填写 11 位手机号', ...options });
}

const ASCII = /^[\x21-\x7e]*$/;

export function Email(options: FieldOptions): PropertyDecorator {
  return field(options, { type: 'string', format: 'email', maxLength: 254 }, [
    // Accounts are kept in ASCII; and half a surrogate pair makes IsEmail throw.
    Transform(({ value }: { value: unknown }) =>
      typeof value === 'string' && !ASCII.test(value) ? '' : value,
    ),
    IsEmail({}, { message: '邮箱格式不正确' }),
    MaxLength(254, { message: '最多 254 个字' }),
  ]);
}

type ClassOf = new () => object;

export function Nested(type: () => ClassOf, options: FieldOptions): PropertyDecorator {
  return field(options, { type: lazily(type) }, [
    IsObject({ message: '内容不完整' }),
    ValidateNested({ message: '内容不完整' }),
    Type(type),
  ]);
}

/** The API document tells a function that gives a class from the class itself by this very name. */
function lazily(give: () => ClassOf): () => ClassOf {
  return function type() {
    return give();
  };
}

export interface ListOptions extends FieldOptions {
  /** Items at most. */
  readonly max: number;
  readonly min?: number;
}

export function ListOf(type: () => ClassOf, options: ListOptions): PropertyDecorator {
  return field(options, { type: lazily(type), isArray: true, maxItems: options.max }, [
    ...listRules(options),
    // An empty list in the place of an item would have nothing to be validated in it.
    IsObject({ each: true, message: '内容不完整' }),
    ValidateNested({ each: true, message: '内容不完整' }),
    Type(type),
  ]);
}

export interface TextListOptions extends ListOptions {
  /** Characters of one item at most. */
  readonly length: number;
  readonly values?: readonly string[];
  readonly pattern?: RegExp;
}

export function ListOfText(options: TextListOptions): PropertyDecorator {
  const rules: Rules = [
    ...listRules(options),
    IsString({ each: true, message: '应为文字' }),
    Matches(atMost(options.length), { each: true, message: `最多 ${options.length} 个字` }),
  ];
  if (options.pattern) {
    rules.push(Matches(options.pattern, { each: true, message: '格式不正确' }));
  }
  if (options.values) {
    rules.push(IsIn([...options.values], { each: true, message: `应为 ${options.values.join('、')} 之一` }));
  }
  return field(
    options,
    {
      type: 'string',
      isArray: true,
      maxItems: options.max,
      ...(options.values ? { enum: [...options.values] } : {}),
    },
    rules,
  );
}

/** A list of public ids, decoded to numbers. */
export function ListOfIds(kind: IdKind, options: ListOptions): PropertyDecorator {
  return field(options, { type: 'string', isArray: true, maxItems: options.max }, [
    ...listRules(options),
    Transform(({ value }: { value: unknown }) =>
      Array.isArray(value)
        ? value.map((item: unknown) =>
            typeof item === 'string' ? (fromPublicId(kind, item) ?? Number.NaN) : Number.NaN,
          )
        : value,
    ),
    IsInt({ each: true, message: '编号不正确' }),
  ]);
}

function listRules({ max, min = 0 }: ListOptions): Rules {
  return [
    IsArray({ message: '应为列表' }),
    ArrayMinSize(min, { message: `至少 ${min} 项` }),
    ArrayMaxSize(max, { message: `最多 ${max} 项` }),
  ];
}

const NUMBER_TEXT = /^-?\d{1,15}(\.\d{1,15})?$/;

/** Query strings carry numbers as text; bodies must carry numbers, so "1" in a body stays a text and is refused. */
function fromQueryText(): PropertyDecorator {
  return Transform(({ value, obj }: { value: unknown; obj: unknown }) =>
    typeof value === 'string' && isQuery(obj) && NUMBER_TEXT.test(value) ? Number(value) : value,
  );
}

/** Fastify parses queries into objects without a prototype; JSON bodies have one. */
function isQuery(source: unknown): boolean {
  return typeof source === 'object' && source !== null && Object.getPrototypeOf(source) !== Object.prototype;
}
