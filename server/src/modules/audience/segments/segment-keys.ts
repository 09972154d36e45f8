import {
  CONSENT_TEXT,
  mapSegmentKeys,
  parseSegmentExpression,
  type ExpressionFault,
  type SegmentEventKind,
  type SegmentExpression,
  type SegmentSetKind,
} from '@regulars/shared';
import { Refusal } from '../../../platform/http/index.js';
import { fromPublicId, toPublicId, type IdKind } from '../../../platform/ids/index.js';

type KeyKind = SegmentSetKind | SegmentEventKind;

/** Keys that are public ids outside and numbers of rows inside. */
const ID_KEYS: Readonly<Partial<Record<KeyKind, IdKind>>> = {
  tag: 'tag',
  store: 'store',
  'live-code': 'live-code',
  'bought-sku': 'sku',
  'bought-product': 'product',
  'bought-category': 'category',
};

const TIER_LEVEL = /^\d{1,3}$/;

/**
 * Reads an expression that somebody sent, keys turned inward.
 * @throws Refusal `validation_failed`, naming every place that is wrong
 */
export function readExpression(value: unknown): SegmentExpression {
  const parsed = parseSegmentExpression(value);
  if (!parsed.ok) {
    throw invalid(parsed.faults);
  }
  const unknown: ExpressionFault[] = [];
  const expression = mapSegmentKeys(parsed.expression, (kind, key) => {
    const inner = inward(kind, key);
    if (inner === undefined) {
      unknown.push({ field: 'expression', message: `“${key}”不是可选的内容，请重新选择` });
    }
    return inner ?? key;
  });
  if (unknown.length > 0) {
    throw invalid(unknown);
  }
  return expression;
}

/** As it is shown outside. */
export function showExpression(expression: SegmentExpression): SegmentExpression {
  return mapSegmentKeys(expression, outward);
}

export function outward(kind: KeyKind, key: string): string {
  const idKind = ID_KEYS[kind];
  return idKind === undefined ? key : toPublicId(idKind, Number(key));
}

function inward(kind: KeyKind, key: string): string | undefined {
  const idKind = ID_KEYS[kind];
  if (idKind !== undefined) {
    return fromPublicId(idKind, key)?.toString();
  }
  if (kind === 'tier') {
    return TIER_LEVEL.test(key) ? String(Number(key)) : undefined;
  }
  return kind !== 'consent' || key in CONSENT_TEXT ? key : undefined;
}

function invalid(fields: readonly ExpressionFault[]): Refusal {
  return new Refusal('validation_failed', { fields });
}
