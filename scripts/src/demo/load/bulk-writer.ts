import { type Connection, createConnection } from 'mysql2/promise';
import { type Cell, literal } from './literal.js';

/** Below the packet limit of any server, and long enough that round trips don't count. */
const STATEMENT_BYTES = 512 * 1024;
/** More than the longest single row. */
const ROW_BYTES = 64 * 1024;
const CONNECTIONS = 2;
/** How many statements may wait to be written before generating pauses. */
const WAITING_MAX = 12;

/**
 * Writes rows in long multi-row inserts while further ones are being made. Only for an empty database that nobody else
 * uses yet: foreign keys and uniqueness are checked by the tests and by the proof, not row by row.
 */
export class BulkWriter {
  private readonly idle: Connection[];
  private readonly waiting: string[] = [];
  private readonly running = new Set<Promise<void>>();
  private failure: unknown;
  written = 0;

  private constructor(private readonly connections: Connection[]) {
    this.idle = [...connections];
  }

  static async open(url: string): Promise<BulkWriter> {
    const connections = await Promise.all(
      Array.from({ length: CONNECTIONS }, () =>
        // The statements are complete: nobody needs to look for placeholders in half a megabyte.
        connect(url, { queryFormat: (sql: string) => sql }),
      ),
    );
    for (const connection of connections) {
      await connection.query('SET SESSION foreign_key_checks = 0, SESSION unique_checks = 0');
    }
    return new BulkWriter(connections);
  }

  table(name: string, columns: readonly string[]): BulkTable {
    return new BulkTable(this, name, columns);
  }

  send(sql: string, rows: number): void {
    this.waiting.push(sql);
    this.written += rows;
    this.startWaiting();
  }

  /** Resolves when there is room for further statements. */
  async room(): Promise<void> {
    while (this.waiting.length > WAITING_MAX && !this.failure) {
      await Promise.race(this.running);
    }
    this.throwFailure();
  }

  async settled(): Promise<void> {
    while (this.running.size > 0 && !this.failure) {
      await Promise.race(this.running);
    }
    this.throwFailure();
  }

  /** A single statement, after everything that was sent; each `?` in it becomes the next value. */
  async run(sql: string, values: readonly Cell[] = []): Promise<void> {
    await this.settled();
    let used = 0;
    await this.connections[0]?.query(sql.replace(/\?/g, () => literal(values[used++] ?? null)));
  }

  async close(): Promise<void> {
    await Promise.allSettled(this.running);
    await Promise.all(this.connections.map((connection) => connection.end()));
  }

  private startWaiting(): void {
    while (this.idle.length > 0 && this.waiting.length > 0 && !this.failure) {
      const connection = this.idle.pop() as Connection;
      const run = this.write(connection, this.waiting.shift() as string).finally(() =>
        this.running.delete(run),
      );
      this.running.add(run);
    }
  }

  private async write(connection: Connection, sql: string): Promise<void> {
    try {
      await connection.query(sql);
      this.idle.push(connection);
      this.startWaiting();
    } catch (error) {
      this.failure = error;
    }
  }

  private throwFailure(): void {
    if (this.failure) {
      throw this.failure instanceof Error
        ? this.failure
        : new Error('The database refused rows', { cause: this.failure });
    }
  }
}

/** Collects the rows of one table, as bytes: text that waits by the million is what the garbage collector hates. */
export class BulkTable {
  private readonly bytes = Buffer.allocUnsafe(STATEMENT_BYTES + ROW_BYTES);
  private readonly start: number;
  private end: number;
  private rows = 0;

  constructor(
    private readonly writer: BulkWriter,
    name: string,
    private readonly columns: readonly string[],
  ) {
    this.start = this.bytes.write(`INSERT INTO ${name} (${columns.join(', ')}) VALUES `);
    this.end = this.start;
  }

  add(row: Readonly<Record<string, Cell>>): void {
    let text = this.rows === 0 ? '(' : ',(';
    for (const [index, column] of this.columns.entries()) {
      text += (index === 0 ? '' : ',') + literal(row[column] ?? null);
    }
    this.end += this.bytes.write(`${text})`, this.end);
    this.rows += 1;
    if (this.end > STATEMENT_BYTES) {
      this.flush();
    }
  }

  flush(): void {
    if (this.rows > 0) {
      this.writer.send(this.bytes.toString('utf8', 0, this.end), this.rows);
      this.end = this.start;
      this.rows = 0;
    }
  }
}

export function connect(
  url: string,
  options: { queryFormat?: (sql: string, values: unknown) => string } = {},
): Promise<Connection> {
  return createConnection({ uri: url, charset: 'utf8mb4', timezone: 'Z', dateStrings: ['DATE'], ...options });
}
