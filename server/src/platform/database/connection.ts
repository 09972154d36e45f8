import type { FieldPacket, QueryResult, ResultSetHeader } from 'mysql2';
import type { DataSource } from 'typeorm';
import type { SqlValue } from './tx.js';

/** The part of a mysql2 pool or connection that runs a prepared statement. */
export interface Executor {
  execute(
    sql: string,
    values: unknown[],
    callback: (error: unknown, result: QueryResult, fields: FieldPacket[]) => void,
  ): unknown;
}

/** A connection that one transaction has to itself. */
export interface Connection extends Executor {
  query(sql: string, callback: (error: unknown) => void): unknown;
  /** Back to the pool. */
  release(): void;
  /** Never used again. */
  destroy(): void;
}

/** TypeORM's own way to a connection of its pool; its query runner takes the same. */
export function takeConnection({ driver }: DataSource): Promise<Connection> {
  return (driver as unknown as { obtainMasterConnection(): Promise<Connection> }).obtainMasterConnection();
}

type Observer = (sql: string) => void;
const observers = new Set<Observer>();

/** Lets tests count the statements of a hot path. Returns the way to stop. */
export function observeStatements(observer: Observer): () => void {
  observers.add(observer);
  return () => observers.delete(observer);
}

/** Runs one prepared statement. The binary protocol keeps the plan at the server and skips escaping. */
export function runPrepared(
  executor: Executor,
  sql: string,
  params: readonly SqlValue[],
): Promise<QueryResult> {
  for (const observer of observers) {
    observer(sql);
  }
  return new Promise((resolve, reject) => {
    executor.execute(sql, [...params], (error, result) => {
      if (error) {
        reject(asError(error));
      } else {
        resolve(result);
      }
    });
  });
}

/** For what begins and ends a transaction: there is nothing to prepare. */
export function runPlain(connection: Connection, sql: string): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.query(sql, (error) => {
      if (error) {
        reject(asError(error));
      } else {
        resolve();
      }
    });
  });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error('The database failed', { cause: error });
}

export function isHeader(result: QueryResult): result is ResultSetHeader {
  return !Array.isArray(result);
}
