import { Turnstile } from './turnstile.js';

describe('Turnstile', () => {
  it('never lets more in than it has places, and everybody in the end, in order', async () => {
    const turnstile = new Turnstile(3);
    const entered: number[] = [];
    let inside = 0;
    let most = 0;
    await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        turnstile.through(async () => {
          entered.push(index);
          inside += 1;
          most = Math.max(most, inside);
          await Promise.resolve();
          inside -= 1;
        }),
      ),
    );
    expect(most).toBe(3);
    expect(entered).toEqual(Array.from({ length: 20 }, (_, index) => index));
  });

  it('gives the place of a failure to the next', async () => {
    const turnstile = new Turnstile(1);
    await expect(turnstile.through(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    await expect(turnstile.through(() => Promise.resolve('yes'))).resolves.toBe('yes');
  });
});
