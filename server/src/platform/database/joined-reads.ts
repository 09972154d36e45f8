import type { Reader } from './tx.js';

interface Asked<K, V> {
  readonly keys: Map<string, K>;
  readonly found: Promise<ReadonlyMap<string, V>>;
}

/**
 * Reads of one kind that are asked for in the same turn on the same reader become one statement. Who works on one
 * thing writes and runs the same code as who works on sixty-four side by side; only the number of statements differs.
 * Nothing is remembered: a later question is asked again.
 */
export class JoinedReads<K, V> {
  private readonly open = new WeakMap<Reader, Asked<K, V>>();

  /**
   * @param nameOf tells keys apart
   * @param load the values of all keys by their names; a key without one is left out, and the last may come repeatedly
   */
  constructor(
    private readonly nameOf: (key: K) => string,
    private readonly load: (reader: Reader, keys: readonly K[]) => Promise<ReadonlyMap<string, V>>,
  ) {}

  /** Those that are there, in the order of the keys. */
  async ofAll(reader: Reader, keys: readonly K[]): Promise<V[]> {
    return (await Promise.all(keys.map((key) => this.of(reader, key)))).filter(
      (value) => value !== undefined,
    );
  }

  async of(reader: Reader, key: K): Promise<V | undefined> {
    const name = this.nameOf(key);
    const asked = this.open.get(reader) ?? this.ask(reader);
    asked.keys.set(name, key);
    return (await asked.found).get(name);
  }

  private ask(reader: Reader): Asked<K, V> {
    const keys = new Map<string, K>();
    // After all promises of this turn: whoever was woken by the same answer has asked by then.
    const found = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
      this.open.delete(reader);
      return this.load(reader, padded([...keys.values()]));
    });
    const asked = { keys, found };
    this.open.set(reader, asked);
    return asked;
  }
}

/** To the next power of two, with keys that are there anyway: the database is to meet few different statements. */
function padded<K>(keys: readonly K[]): K[] {
  const length = 2 ** Math.ceil(Math.log2(Math.max(1, keys.length)));
  return Array.from({ length }, (_, index) => keys[Math.min(index, keys.length - 1)] as K);
}
