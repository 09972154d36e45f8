import { createPool, type Pool, type PoolConnection, type QueryResult, type ResultSetHeader } from 'mysql2';

export type Value = string | number | Date | null;

interface Executor {
  execute(
    sql: string,
    values: Value[],
    callback: (error: Error | null, result: QueryResult) => void,
  ): unknown;
}

/** The driver and nothing else: prepared statements on a pool. */
export class FloorDatabase {
  private readonly pool: Pool;

  constructor(url: string, connections: number) {
    this.pool = createPool({
      uri: url,
      connectionLimit: connections,
      charset: 'utf8mb4',
      timezone: 'Z',
      supportBigNumbers: true,
      dateStrings: ['DATE'],
      maxPreparedStatements: 512,
    });
    this.pool.on('connection', (connection) => {
      connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
      connection.query("SET SESSION time_zone = '+00:00'");
    });
  }

  rows<R>(sql: string, values: Value[] = []): Promise<R[]> {
    return read<R>(this.pool, sql, values);
  }

  async transaction<T>(work: (tx: FloorTransaction) => Promise<T>): Promise<T> {
    const connection = await this.connect();
    try {
      await plain(connection, 'START TRANSACTION');
      const result = await work(new FloorTransaction(connection));
      await plain(connection, 'COMMIT');
      return result;
    } catch (error) {
      await plain(connection, 'ROLLBACK');
      throw error;
    } finally {
      connection.release();
    }
  }

  private connect(): Promise<PoolConnection> {
    return new Promise((resolve, reject) => {
      this.pool.getConnection((error, connection) => (error ? reject(error) : resolve(connection)));
    });
  }
}

export class FloorTransaction {
  constructor(private readonly connection: PoolConnection) {}

  rows<R>(sql: string, values: Value[]): Promise<R[]> {
    return read<R>(this.connection, sql, values);
  }

  async write(sql: string, values: Value[]): Promise<ResultSetHeader> {
    return (await execute(this.connection, sql, values)) as ResultSetHeader;
  }
}

async function read<R>(executor: Executor, sql: string, values: Value[]): Promise<R[]> {
  return (await execute(executor, sql, values)) as R[];
}

function execute(executor: Executor, sql: string, values: Value[]): Promise<QueryResult> {
  return new Promise((resolve, reject) => {
    executor.execute(sql, values, (error, result) => (error ? reject(error) : resolve(result)));
  });
}

function plain(connection: PoolConnection, sql: string): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.query(sql, (error: Error | null) => (error ? reject(error) : resolve()));
  });
}

/** `?, ?, ?` */
export const marks = (count: number): string => Array<string>(count).fill('?').join(', ');
