import { ApiError } from '@regulars/shared/api';
import { ConnectionError } from '@/platform/request';
import { onceOnly } from './intent';

const LATTE = { sku: 'latte' };

async function keyOf(body: object, outcome: Error | 'done'): Promise<string> {
  let seen = '';
  await onceOnly('order', body, (key) => {
    seen = key;
    return outcome === 'done' ? Promise.resolve() : Promise.reject(outcome);
  }).catch(() => undefined);
  return seen;
}

const refused = (status: number) => new ApiError(status, {});

it('keeps the key until the server has decided', async () => {
  const first = await keyOf(LATTE, new ConnectionError('timeout'));
  expect(await keyOf(LATTE, refused(503))).toBe(first);
  expect(await keyOf(LATTE, refused(429))).toBe(first);
  expect(await keyOf(LATTE, 'done')).toBe(first);
});

it('begins anew after a decision', async () => {
  const first = await keyOf(LATTE, 'done');
  const second = await keyOf(LATTE, refused(409));
  expect(second).not.toBe(first);
  expect(await keyOf(LATTE, 'done')).not.toBe(second);
});

it('knows another wish by another key', async () => {
  const latte = await keyOf(LATTE, new ConnectionError('offline'));
  expect(await keyOf({ sku: 'mocha' }, 'done')).not.toBe(latte);
});

it('makes keys that the server takes', async () => {
  expect(await keyOf(LATTE, 'done')).toMatch(/^[\w-]{8,64}$/);
});
