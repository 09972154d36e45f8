/** Things found by their key, in the order they came; written to JSON as a plain list. */
export class Keyed<T> {
  private readonly items = new Map<string, T>();

  constructor(private readonly keyOf: (item: T) => string) {}

  put(item: T): T {
    this.items.set(this.keyOf(item), item);
    return item;
  }

  get(key: string): T | undefined {
    return this.items.get(key);
  }

  delete(key: string): void {
    this.items.delete(key);
  }

  values(): T[] {
    return [...this.items.values()];
  }

  toJSON(): T[] {
    return this.values();
  }

  restore(items: readonly T[]): void {
    this.items.clear();
    items.forEach((item) => this.put(item));
  }
}
