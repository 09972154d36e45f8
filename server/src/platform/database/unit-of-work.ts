import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { isHeader, runPlain, runPrepared, takeConnection, type Connection } from './connection.js';
import { isConnectionLost, isRetryable } from './sql-errors.js';
import { Turnstile } from './turnstile.js';
import type { SqlValue, Tx, Written } from './tx.js';

const ATTEMPTS_MAX = 8;

/**
 * The one way to write: runs the work in a READ COMMITTED transaction and runs it again, from the start,
 * when the database gave up on it without keeping anything. So the work must have no effect outside of
 * the transaction: no network call, and only {@link Tx.afterCommit} for what follows.
 */
@Injectable()
export class UnitOfWork {
  private readonly logger = new Logger(UnitOfWork.name);
  private readonly turnstile: Turnstile;

  constructor(private readonly dataSource: DataSource) {
    // A transaction may need a cached answer that has to be read on another connection: were every connection
    // a transaction's, all would wait for each other. So some are always left for reading.
    this.turnstile = new Turnstile(Math.max(1, Math.floor((dataSource.options.poolSize ?? 2) * 0.75)));
  }

  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.turnstile.through(() => this.attempt(work));
      } catch (error) {
        if (error instanceof CommitUnknown || !isRetryable(error) || attempt >= ATTEMPTS_MAX) {
          throw error;
        }
        this.logger.debug(`Transaction runs again after attempt ${attempt}: ${String(error)}`);
        // Full jitter: those who collided don't meet again at the same moment.
        await sleep(Math.random() * Math.min(10 * 2 ** attempt, 500));
      }
    }
  }

  private async attempt<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const connection = await takeConnection(this.dataSource);
    const tx = new RunningTx(this.dataSource, connection);
    try {
      await runPlain(connection, 'START TRANSACTION');
      const result = await work(tx);
      await commit(connection);
      tx.committed();
      return result;
    } catch (error) {
      await rollBack(connection);
      throw error;
    } finally {
      connection.release();
    }
  }
}

/** The connection broke while the commit was under way: it may or may not have happened. */
export class CommitUnknown extends Error {
  constructor(cause: unknown) {
    super('The outcome of the commit is unknown', { cause });
  }
}

async function commit(connection: Connection): Promise<void> {
  try {
    await runPlain(connection, 'COMMIT');
  } catch (error) {
    throw isConnectionLost(error) ? new CommitUnknown(error) : error;
  }
}

async function rollBack(connection: Connection): Promise<void> {
  try {
    await runPlain(connection, 'ROLLBACK');
  } catch {
    // Without a connection the server rolls back by itself; the first error is the one to report.
    connection.destroy();
  }
}

class RunningTx implements Tx {
  private entities: EntityManager | undefined;
  private readonly actions: (() => void)[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly connection: Connection,
  ) {}

  get manager(): EntityManager {
    this.entities ??= managerOn(this.dataSource, this.connection);
    return this.entities;
  }

  async query<R>(sql: string, params: readonly SqlValue[] = []): Promise<R[]> {
    return (await runPrepared(this.connection, sql, params)) as R[];
  }

  async one<R>(sql: string, params: readonly SqlValue[] = []): Promise<R | undefined> {
    return (await this.query<R>(sql, params))[0];
  }

  async execute(sql: string, params: readonly SqlValue[] = []): Promise<Written> {
    const result = await runPrepared(this.connection, sql, params);
    if (!isHeader(result)) {
      throw new Error('execute() is for statements that write; use query() to read');
    }
    return { affectedRows: result.affectedRows, insertId: result.insertId };
  }

  afterCommit(action: () => void): void {
    this.actions.push(action);
  }

  committed(): void {
    for (const action of this.actions) {
      action();
    }
  }
}

/** TypeORM on our connection, told that a transaction is open: it neither takes another nor begins one. */
function managerOn(dataSource: DataSource, connection: Connection): EntityManager {
  const open = { databaseConnection: connection, isTransactionActive: true, transactionDepth: 1 };
  return Object.assign(dataSource.createQueryRunner(), open).manager;
}
