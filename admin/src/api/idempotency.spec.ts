import { Attempt, newIdempotencyKey } from './idempotency';

it('makes keys that the server takes and that never meet', () => {
  const keys = Array.from({ length: 100 }, newIdempotencyKey);
  expect(new Set(keys).size).toBe(100);
  expect(keys.every((key) => /^[0-9a-f]{32}$/.test(key))).toBe(true);
});

it('keeps the key while the same thing is tried again', () => {
  const attempt = new Attempt();
  const key = attempt.keyFor({ reason: '商品缺货' });
  expect(attempt.keyFor({ reason: '商品缺货' })).toBe(key);
});

it('takes another key for other content, and after it was settled', () => {
  const attempt = new Attempt();
  const first = attempt.keyFor({ quantity: 1 });
  const second = attempt.keyFor({ quantity: 2 });
  attempt.settle();
  const third = attempt.keyFor({ quantity: 2 });
  expect(new Set([first, second, third]).size).toBe(3);
});
