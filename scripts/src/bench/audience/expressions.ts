import type { SegmentExpression } from '@regulars/shared';
import { TODAY, VISIT_DAYS, dayOf, type AudienceSizes } from './sizes.js';

/** A question, and the same one in SQL over the rows of the sample. */
export interface Question {
  readonly terms: number;
  readonly expression: SegmentExpression;
  readonly sql: string;
}

interface Term {
  readonly expression: SegmentExpression;
  readonly sql: string;
}

/** Questions as marketers ask them: some tags together, a few without one, a figure, a window of visits. */
export function questions(
  count: number,
  terms: number,
  sizes: AudienceSizes,
  random: () => number,
): Question[] {
  return Array.from({ length: count }, () => {
    const wanted = Array.from({ length: terms }, (_, index) => term(index, sizes, random));
    return {
      terms,
      expression: { all: wanted.map(({ expression }) => expression) },
      sql: `SELECT COUNT(*) AS n FROM bench_member m WHERE ${wanted.map(({ sql }) => sql).join(' AND ')}`,
    };
  });
}

function term(index: number, sizes: AudienceSizes, random: () => number): Term {
  const kind = index === 0 ? 0 : random();
  if (kind < 0.45) {
    return tag(sizes, random);
  }
  if (kind < 0.6) {
    const { expression, sql } = tag(sizes, random);
    return { expression: { not: expression }, sql: `NOT ${sql}` };
  }
  if (kind < 0.75) {
    const [a, b] = [tag(sizes, random), tag(sizes, random)];
    return { expression: { any: [a.expression, b.expression] }, sql: `(${a.sql} OR ${b.sql})` };
  }
  if (kind < 0.9) {
    return figure(random);
  }
  const days = 7 + Math.floor(random() * (Math.min(VISIT_DAYS, 90) - 7));
  return {
    expression: { event: { kind: 'visited', days, atLeast: 1 } },
    sql: `EXISTS (SELECT 1 FROM bench_visit v WHERE v.member = m.member AND v.day > '${dayOf(TODAY - days)}')`,
  };
}

function tag({ tags }: AudienceSizes, random: () => number): Term {
  // The cube prefers what is popular, as people do.
  const key = 1 + Math.floor(random() ** 3 * tags);
  return {
    expression: { set: { kind: 'tag', key: String(key) } },
    sql: `EXISTS (SELECT 1 FROM bench_tag t WHERE t.tag = ${key} AND t.member = m.member)`,
  };
}

function figure(random: () => number): Term {
  if (random() < 0.5) {
    const from = Math.floor(random() * 100_000);
    const to = from + 50_000;
    return {
      expression: { number: { name: 'spend-365', from, to } },
      sql: `m.spend BETWEEN ${from} AND ${to}`,
    };
  }
  const to = 7 + Math.floor(random() * 120);
  return {
    expression: { number: { name: 'days-since-visit', from: 0, to } },
    sql: `m.last_visit BETWEEN ${TODAY - to} AND ${TODAY}`,
  };
}

/** The same questions in every run. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
