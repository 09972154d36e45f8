import { isObject, type Rule, type Violation } from '../shape.js';
import { refuse } from './pay-refusal.js';

/** Reads a signed JSON body and refuses what the documentation doesn't allow, undocumented fields included. */
export function readBody<T>(rule: Rule, body: string): T {
  const value = parse(body);
  const violation = rule(value, '');
  if (violation) {
    refuseField(violation, 'body');
  }
  return value as T;
}

export function refuseField(violation: Violation, location: 'body' | 'uri'): never {
  const { field, issue, value, kind } = violation;
  const message =
    kind === 'unknown'
      ? `请求中含有未在API文档中定义的参数“${field}”`
      : kind === 'missing'
        ? `请求中缺少必填参数“${field}”`
        : `输入源“/${location}${field}”不符合参数规则：${issue}`;
  return refuse(kind === 'unknown' ? 'UNKNOWN_FIELD' : 'PARAM_ERROR', message, {
    field,
    issue,
    location,
    ...(value === undefined ? {} : { value }),
  });
}

/** One spelling per meaning, whatever the order of the fields: equal texts are equal requests. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    isObject(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each,
  );
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return refuse('PARAM_ERROR', '请求体不是合法的JSON');
  }
}
