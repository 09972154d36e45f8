import { ApiError } from '@regulars/shared/api';
import { fieldPath, fieldErrorsOf, isNotFound, problemText, requestIdOf } from './problems';

const refusal = new ApiError(422, {
  title: '有些内容填写不正确',
  detail: '请检查后再提交。',
  code: 'validation_failed',
  errors: [{ field: 'skus.0.priceFen', message: '不能小于 0' }],
  requestId: 'r-1',
});

it('speaks with the words of a refusal, and hides what a crash says', () => {
  expect(problemText(refusal)).toBe('请检查后再提交。');
  expect(problemText(new TypeError('x is undefined'))).not.toContain('undefined');
});

it('keeps fields and request id of a refusal', () => {
  expect(fieldErrorsOf(refusal)).toHaveLength(1);
  expect(requestIdOf(refusal)).toBe('r-1');
  expect(fieldErrorsOf(new Error('x'))).toEqual([]);
  expect(requestIdOf(new Error('x'))).toBeUndefined();
});

it('tells what is gone from what failed', () => {
  expect(isNotFound(new ApiError(404, { code: 'not_found' }))).toBe(true);
  expect(isNotFound(refusal)).toBe(false);
});

it.each([
  ['name', ['name']],
  ['skus.0.priceFen', ['skus', 0, 'priceFen']],
  ['skus[12].name', ['skus', 12, 'name']],
])('reads %s as a path', (field, path) => {
  expect(fieldPath(field)).toEqual(path);
});
