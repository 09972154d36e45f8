import { isWorthRepeating, normalisedCode, readFailure, readSuccess } from './pay-answer.js';

const failure = (code: string) => JSON.stringify({ code, message: '说明' });

describe('readFailure', () => {
  it.each([
    [400, 'ORDERPAID', 'ORDERPAID'],
    [400, 'ORDER_PAID', 'ORDERPAID'],
    [404, 'ORDER_NOT_EXIST', 'ORDERNOTEXIST'],
    [401, 'SIGN_ERROR', 'SIGNERROR'],
    [403, 'NOT_ENOUGH', 'NOTENOUGH'],
  ])('%i %s is refused as %s', (status, code, normalised) => {
    expect(readFailure(status, failure(code))).toEqual({
      outcome: 'refused',
      status,
      code: normalised,
      message: '说明',
    });
  });

  it.each([
    [500, 'SYSTEM_ERROR', 'server_error'],
    [502, 'ORDERPAID', 'server_error'],
    [403, 'SYSTEMERROR', 'server_error'],
    [429, 'FREQUENCY_LIMITED', 'too_frequent'],
    [429, '', 'too_frequent'],
    [403, 'FREQUENCY_LIMIT', 'too_frequent'],
    [403, '', 'malformed'],
    [302, 'ORDERPAID', 'malformed'],
  ])('%i %s leaves the result unknown: %s', (status, code, reason) => {
    expect(readFailure(status, failure(code))).toEqual({ outcome: 'unknown', reason });
  });

  it.each(['', '<html>', '[]', '{"code":5}'])('does not take "%s" with 404 for a refusal', (body) => {
    expect(readFailure(404, body)).toEqual({ outcome: 'unknown', reason: 'malformed' });
  });
});

describe('readSuccess', () => {
  it('brings what was read', () => {
    expect(readSuccess('{"prepay_id":"wx20"}', (fields) => fields.text('prepay_id'))).toEqual({
      outcome: 'ok',
      value: 'wx20',
    });
  });

  it.each(['', 'null', '{}', '{"prepay_id":7}'])('cannot tell what "%s" means', (body) => {
    expect(readSuccess(body, (fields) => fields.text('prepay_id'))).toEqual({
      outcome: 'unknown',
      reason: 'malformed',
    });
  });
});

it('codes lose their underscores', () => {
  expect(normalisedCode('OUT_TRADE_NO_USED')).toBe('OUTTRADENOUSED');
});

it.each(['timeout', 'network', 'server_error', 'too_frequent'] as const)(
  '%s is worth repeating',
  (reason) => {
    expect(isWorthRepeating({ outcome: 'unknown', reason })).toBe(true);
  },
);

it('what was refused, done or not proven is not repeated', () => {
  expect(isWorthRepeating({ outcome: 'ok', value: 1 })).toBe(false);
  expect(isWorthRepeating({ outcome: 'refused', status: 400, code: 'PARAMERROR', message: '' })).toBe(false);
  expect(isWorthRepeating({ outcome: 'unknown', reason: 'unverified' })).toBe(false);
});
