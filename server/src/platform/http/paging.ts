import { type Type } from '@nestjs/common';
import { ListOf, Text, Whole } from './fields.js';
import { Refusal } from './refusal.js';

export const PAGE_LIMIT_MAX = 50;

/** Every list is paged by key: `after` is the `next` of the page before. */
export class PageQuery {
  @Text({ max: 200, optional: true, doc: '`next` of the page before' })
  after?: string;

  @Whole({ min: 1, max: PAGE_LIMIT_MAX, optional: true, doc: 'Items at most' })
  limit: number = 20;
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

/** The class of a page of `View`, for the API document. */
export function pageOf<T extends object>(view: Type<T>): Type<Page<T>> {
  class PageView implements Page<T> {
    @ListOf(() => view, { max: PAGE_LIMIT_MAX, doc: 'The items of this page' })
    items!: T[];

    @Text({ max: 200, nullable: true, doc: 'Pass as `after` for the next page; null at the end' })
    next!: string | null;
  }
  Object.defineProperty(PageView, 'name', { value: `${view.name}Page` });
  return PageView;
}

/** Opaque to clients: the sort key of the last item. */
export function encodeCursor(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** @throws Refusal when the cursor isn't one of ours with exactly these kinds of values. */
export function decodeCursor<const K extends readonly ('string' | 'number')[]>(
  cursor: string,
  kinds: K,
): { [I in keyof K]: K[I] extends 'number' ? number : string } {
  let key: unknown;
  try {
    key = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw badCursor();
  }
  if (
    !Array.isArray(key) ||
    key.length !== kinds.length ||
    !kinds.every((kind, index) => fits(kind, key[index]))
  ) {
    throw badCursor();
  }
  return key as { [I in keyof K]: K[I] extends 'number' ? number : string };
}

function fits(kind: 'string' | 'number', value: unknown): boolean {
  return kind === 'number' ? Number.isSafeInteger(value) : typeof value === 'string' && value.length <= 100;
}

function badCursor(): Refusal {
  return new Refusal('validation_failed', {
    fields: [{ field: 'after', message: '翻页位置不正确，请从第一页开始' }],
  });
}

/** Cuts a list read with `limit + 1` rows into a page. */
export function toPage<R, T>(
  rows: readonly R[],
  limit: number,
  keyOf: (row: R) => readonly (string | number)[],
  view: (row: R) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(view),
    next: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null,
  };
}
