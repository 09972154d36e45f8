import { isUtf8 } from 'node:buffer';
import type { FastifyBodyParser } from 'fastify';
import { Refusal } from './refusal.js';

/** More than any request of ours, and few enough for code that follows them by recursion. */
const LEVELS_MAX = 20;

/** The only kind of body that is read. */
export const parseJsonBody: FastifyBodyParser<Buffer> = (_request, body, done) => {
  if (body.length === 0) {
    // `wx.request` says JSON also when it sends nothing.
    done(null, undefined);
    return;
  }
  if (!isUtf8(body)) {
    done(new Refusal('bad_request'));
    return;
  }
  try {
    done(null, harmless(JSON.parse(body.toString('utf8'))));
  } catch {
    done(new Refusal('bad_request'));
  }
};

/** @throws when it nests without end, or uses a name that every object has by birth, such as `__proto__` */
function harmless(value: unknown): unknown {
  let level = [value].filter(isObject);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > LEVELS_MAX || level.some(hasInnateName)) {
      throw new Refusal('bad_request');
    }
    level = level.flatMap((item): unknown[] => Object.values(item)).filter(isObject);
  }
  return value;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function hasInnateName(item: object): boolean {
  return Object.keys(item).some((name) => name in Object.prototype);
}
