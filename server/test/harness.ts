import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createConnection } from 'mysql2/promise';
import { DataSource } from 'typeorm';
import { AppModule } from '../src/app.module.js';
import { Clock, TestClock } from '../src/platform/clock/index.js';
import { Config } from '../src/platform/config/index.js';
import { dataSourceOptions } from '../src/platform/database/data-source.js';
import { Database, UnitOfWork, type SqlValue, type Tx } from '../src/platform/database/index.js';
import { createHttpApp } from '../src/platform/http/http-app.js';
import { configurePublicIds } from '../src/platform/ids/index.js';
import { JobRunner } from '../src/platform/jobs/index.js';
import { TEST_CREDENTIALS } from './test-credentials.js';

const SERVER_URL = process.env.TEST_DATABASE_URL ?? 'mysql://root@127.0.0.1:33060/';

const ID_KEY = Buffer.alloc(16, 2);
// Tests name public ids while they are being collected, before any application starts.
configurePublicIds(ID_KEY);

/** A database of its own for one test file, migrated; gone when the file is done. */
export async function createTestDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  const server = await createConnection(SERVER_URL);
  await server.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  const url = new URL(name, SERVER_URL).toString();
  const dataSource = await new DataSource(dataSourceOptions(url, 1)).initialize();
  await dataSource.runMigrations();
  await dataSource.destroy();
  return {
    url,
    drop: async () => {
      await server.query(`DROP DATABASE ${name}`);
      await server.end();
    },
  };
}

/** For module tests below HTTP: a migrated database with the unit of work on it, no application around. */
export async function openTestDatabase(): Promise<{
  url: string;
  database: Database;
  unitOfWork: UnitOfWork;
  close(): Promise<void>;
}> {
  const { url, drop } = await createTestDatabase();
  const dataSource = new DataSource(dataSourceOptions(url, 16));
  const database = new Database(dataSource);
  await database.onModuleInit();
  return {
    url,
    database,
    unitOfWork: new UnitOfWork(dataSource),
    close: async () => {
      await dataSource.destroy();
      await drop();
    },
  };
}

export interface Answer<T = Record<string, unknown>> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface Sending {
  readonly token?: string;
  readonly cookie?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  /** Sent as it is, for malformed input. */
  readonly raw?: string | Uint8Array;
}

export interface TestAppOptions {
  readonly environment?: Record<string, string>;
  readonly clock?: TestClock;
  /** Any free one when absent. Tests that are called back have to know it before they start. */
  readonly port?: number;
  /** For tests of the platform itself, with controllers of their own. */
  readonly module?: (config: Config) => DynamicModule;
}

/** The real application on a real port and a real database, with a clock that stands still until it is moved. */
export class TestApp {
  private constructor(
    readonly nest: NestFastifyApplication,
    readonly clock: TestClock,
    readonly url: string,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(options: TestAppOptions = {}): Promise<TestApp> {
    const database = await createTestDatabase();
    const clock = options.clock ?? new TestClock();
    const config = Config.from({ ...TEST_ENVIRONMENT, DATABASE_URL: database.url, ...options.environment });
    try {
      const app = await createHttpApp(options.module?.(config) ?? AppModule.with(config), config);
      // Every provider already holds the application's clock, so it is that very object that must stand still.
      app.get(Clock).now = () => clock.now();
      await app.listen(options.port ?? 0, '127.0.0.1');
      return new TestApp(app, clock, await app.getUrl(), database.drop);
    } catch (error) {
      await database.drop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.nest.close();
    await this.drop();
  }

  async send<T = Record<string, unknown>>(
    method: string,
    path: string,
    sending: Sending = {},
  ): Promise<Answer<T>> {
    const body = sending.raw ?? (sending.body === undefined ? undefined : JSON.stringify(sending.body));
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(sending.token ? { authorization: `Bearer ${sending.token}` } : {}),
        ...(sending.cookie ? { cookie: sending.cookie, 'x-regulars-console': '1' } : {}),
        ...sending.headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const json = (response.headers.get('content-type') ?? '').includes('json');
    return {
      status: response.status,
      headers: response.headers,
      body: (json && text !== '' ? JSON.parse(text) : { text }) as T,
    };
  }

  get<T = Record<string, unknown>>(path: string, sending: Sending = {}): Promise<Answer<T>> {
    return this.send<T>('GET', path, sending);
  }

  post<T = Record<string, unknown>>(path: string, sending: Sending = {}): Promise<Answer<T>> {
    return this.send<T>('POST', path, sending);
  }

  query<R>(sql: string, params: readonly SqlValue[] = []): Promise<R[]> {
    return this.nest.get(Database).query<R>(sql, params);
  }

  inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.nest.get(UnitOfWork).run(work);
  }

  /** Works off everything that is due by the test's clock. */
  runDueJobs(): Promise<number> {
    return this.nest.get(JobRunner).drain();
  }
}

export const TEST_ENVIRONMENT: Readonly<Record<string, string>> = {
  NODE_ENV: 'test',
  LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
  PUBLIC_URL: 'http://127.0.0.1:1',
  RATE_LIMIT_PER_IP: '0',
  RATE_LIMIT_PER_IDENTITY: '0',
  DATABASE_POOL_SIZE: '16',
  MEDIA_DIR: 'test',
  DATA_KEY: Buffer.alloc(32, 1).toString('base64'),
  ID_KEY: ID_KEY.toString('base64'),
  SESSION_KEY: Buffer.alloc(32, 3).toString('base64'),
  ...TEST_CREDENTIALS,
};
