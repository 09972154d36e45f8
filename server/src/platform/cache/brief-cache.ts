const LIFE_MS = 1000;

interface Entry<V> {
  readonly answer: Promise<V>;
  readonly endsAt: number;
}

/**
 * Answers that may be a second old, for what is read far more often than written: one load in flight per key,
 * dropped on write. The second counts from the start of the load, and a dropped load is never handed to
 * those who ask after the drop, so nobody sees what was true before their own write.
 *
 * All entries live equally long, so they stand in the order in which they end: the ended ones are swept from the
 * front, and no more is held than what was asked for within a second.
 */
export class BriefCache<K, V> {
  private readonly entries = new Map<K, Entry<V>>();

  constructor(
    private readonly load: (key: K) => Promise<V>,
    private readonly options: { readonly keysMax: number },
  ) {}

  get(key: K): Promise<V> {
    const now = performance.now();
    const known = this.entries.get(key);
    if (known && now < known.endsAt) {
      return known.answer;
    }
    // Out first, or it would keep its old place in the order.
    this.entries.delete(key);
    this.makeRoom(now);
    const entry: Entry<V> = { answer: this.load(key), endsAt: now + LIFE_MS };
    this.entries.set(key, entry);
    entry.answer.catch(() => this.forget(key, entry));
    return entry.answer;
  }

  drop(key: K): void {
    this.entries.delete(key);
  }

  /** How many answers are held. */
  get size(): number {
    return this.entries.size;
  }

  clear(): void {
    this.entries.clear();
  }

  /** A failure is not an answer: the next who asks tries again. */
  private forget(key: K, entry: Entry<V>): void {
    if (this.entries.get(key) === entry) {
      this.entries.delete(key);
    }
  }

  private makeRoom(now: number): void {
    for (const [key, { endsAt }] of this.entries) {
      if (endsAt > now) {
        break;
      }
      this.entries.delete(key);
    }
    if (this.entries.size >= this.options.keysMax) {
      this.entries.clear();
    }
  }
}
