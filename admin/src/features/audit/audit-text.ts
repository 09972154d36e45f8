import { paths } from '../../app/paths';
import type { AuditEntry } from '../../api/types';
import { texts } from '../../texts';

const t = texts.audit;

/** An action this console doesn't know yet is still shown, by its name. */
export function actionText(action: string): string {
  return t.actions[action] ?? action;
}

/** A public id says by its first letters what it is: 'or_…' is an order. */
export function subjectKind(subject: string): string {
  return t.subjects[subject.slice(0, subject.indexOf('_'))] ?? '';
}

/** Where the thing can be looked at, if it has a page. */
export function subjectPath(subject: string, brandId: string): string | undefined {
  switch (subject.slice(0, 3)) {
    case 'me_':
      return paths.member(brandId, subject);
    case 'or_':
      return paths.order(brandId, subject);
    case 'pr_':
      return paths.product(brandId, subject);
    case 'st_':
      return paths.store(brandId, subject);
    default:
      return undefined;
  }
}

/** What the entry tells beside: "原因：盘点更正；数量：-3". Numbers of rows mean nothing to people and stay out. */
export function detailText(detail: AuditEntry['detail']): string {
  return Object.entries(detail)
    .filter(([key, value]) => !/Ids?$/.test(key) && isPlain(value))
    .map(([key, value]) => `${t.details[key] ?? key}：${plainText(value)}`)
    .join('；');
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value) && value !== '';
}

function plainText(value: unknown): string {
  if (typeof value === 'boolean') {
    return value ? texts.common.yes : texts.common.no;
  }
  const text = String(value);
  return t.values[text] ?? text;
}
