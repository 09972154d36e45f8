import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Executor, runPrepared } from './connection.js';
import type { Reader, SqlValue } from './tx.js';

interface Pool extends Executor {
  on(event: 'connection', listener: (connection: Session) => void): void;
  getConnection(callback: (error: unknown, connection: Session & { release(): void }) => void): void;
}

interface Session {
  query(sql: string): unknown;
}

/** Set once per connection rather than per transaction: it saves a round trip each time. */
function prepareSession(session: Session): void {
  session.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
  session.query("SET SESSION time_zone = '+00:00', SESSION innodb_lock_wait_timeout = 5");
}

/** Reads outside of any transaction, on the pool. */
@Injectable()
export class Database implements Reader, OnModuleInit {
  constructor(private readonly dataSource: DataSource) {}

  async onModuleInit(): Promise<void> {
    if (this.dataSource.isInitialized) {
      return;
    }
    await this.dataSource.initialize();
    this.pool.on('connection', prepareSession);
    await this.prepareFirstSession();
  }

  get manager(): EntityManager {
    return this.dataSource.manager;
  }

  async query<R>(sql: string, params: readonly SqlValue[] = []): Promise<R[]> {
    return (await runPrepared(this.pool, sql, params)) as R[];
  }

  async one<R>(sql: string, params: readonly SqlValue[] = []): Promise<R | undefined> {
    return (await this.query<R>(sql, params))[0];
  }

  /** TypeORM opens one connection while initialising, before anyone can listen for it. */
  private prepareFirstSession(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.pool.getConnection((error, connection) => {
        if (error) {
          reject(error instanceof Error ? error : new Error('The database failed', { cause: error }));
          return;
        }
        prepareSession(connection);
        connection.release();
        resolve();
      });
    });
  }

  private get pool(): Pool {
    return (this.dataSource.driver as unknown as { pool: Pool }).pool;
  }
}
