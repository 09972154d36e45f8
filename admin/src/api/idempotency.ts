/** A fresh Idempotency-Key. Not `randomUUID`, which browsers keep from pages served over plain http. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Hands out the key for one thing a person is about to do. Trying the same content again keeps the key, so a
 * lost answer never doubles the effect; other content is another attempt; `settle` ends it.
 */
export class Attempt {
  private body = '';
  private key = '';

  keyFor(body: unknown): string {
    const text = JSON.stringify(body);
    if (this.key === '' || text !== this.body) {
      this.body = text;
      this.key = newIdempotencyKey();
    }
    return this.key;
  }

  settle(): void {
    this.key = '';
  }
}
