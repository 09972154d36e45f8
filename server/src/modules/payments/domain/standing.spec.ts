import { standingOf } from './standing.js';

it.each([
  ['SUCCESS', 'made'],
  ['REFUND', 'made'],
  ['NOTPAY', 'waiting'],
  ['USERPAYING', 'waiting'],
  ['ACCEPT', 'waiting'],
  [undefined, 'waiting'],
  ['CLOSED', 'dead'],
  ['REVOKED', 'dead'],
  ['PAYERROR', 'dead'],
] as const)('%s: %s', (state, standing) => {
  expect(standingOf(state)).toBe(standing);
});
