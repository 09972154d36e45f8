import type { EntityManager } from 'typeorm';

export type SqlValue = string | number | bigint | boolean | Date | Buffer | null;

/** What both the pool and a transaction can do: read with prepared statements. */
export interface Reader {
  query<R>(sql: string, params?: readonly SqlValue[]): Promise<R[]>;
  /** The first row, or undefined. */
  one<R>(sql: string, params?: readonly SqlValue[]): Promise<R | undefined>;
  /** TypeORM on the same connection. */
  readonly manager: EntityManager;
}

export interface Written {
  readonly affectedRows: number;
  readonly insertId: number;
}

/** A transaction. Everything that writes takes one as its first argument, so forgetting it doesn't compile. */
export interface Tx extends Reader {
  execute(sql: string, params?: readonly SqlValue[]): Promise<Written>;
  /** Runs once the transaction is durable; never when it is rolled back. */
  afterCommit(action: () => void): void;
}

/** `?, ?, ?` for an IN list or a row of values. */
export function placeholders(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ');
}

/** `(?, ?), (?, ?)` for an insert of many rows. */
export function rowPlaceholders(rows: number, columns: number): string {
  return Array.from({ length: rows }, () => `(${placeholders(columns)})`).join(', ');
}
