import type { Connection, RowDataPacket } from 'mysql2/promise';
import type { Question } from './expressions.js';
import { timeEach } from './measure.js';

interface DuckdbConnection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<{ getRows(): unknown[][] }>;
}

interface Duckdb {
  DuckDBInstance: { create(path: string): Promise<{ connect(): Promise<DuckdbConnection> }> };
}

const ROWS_PER_STATEMENT = 50_000;

/**
 * The same questions over the same rows in DuckDB. It is no dependency: its binary is 70 MB, which everybody who starts
 * the product would have to fetch. `DUCKDB_MODULE` names the entry of an installed `@duckdb/node-api`.
 */
export async function askDuckdb(
  connection: Connection,
  asked: readonly Question[],
): Promise<number[] | null> {
  const entry = process.env['DUCKDB_MODULE'];
  if (!entry) {
    return null;
  }
  const { DuckDBInstance } = (await import(entry)) as Duckdb;
  const duckdb = await (await DuckDBInstance.create(':memory:')).connect();
  await duckdb.run('CREATE TABLE bench_tag (tag INTEGER, member INTEGER)');
  await duckdb.run('CREATE TABLE bench_visit (day DATE, member INTEGER)');
  await duckdb.run(
    'CREATE TABLE bench_member (member INTEGER, spend INTEGER, orders INTEGER, last_visit INTEGER)',
  );
  await copy(connection, duckdb, 'bench_tag', ['tag', 'member']);
  await copy(connection, duckdb, 'bench_visit', ['day', 'member']);
  await copy(connection, duckdb, 'bench_member', ['member', 'spend', 'orders', 'last_visit']);
  return timeEach(asked, async ({ sql }) => (await duckdb.runAndReadAll(sql)).getRows());
}

async function copy(
  connection: Connection,
  duckdb: DuckdbConnection,
  table: string,
  columns: readonly string[],
): Promise<void> {
  const keys = columns.slice(0, 2).join(', ');
  for (let start = 0; ; start += ROWS_PER_STATEMENT) {
    const [rows] = await connection.query<RowDataPacket[]>({
      sql: `SELECT ${columns.map((column) => (column === 'day' ? "DATE_FORMAT(day, '%Y-%m-%d') AS day" : column)).join(', ')} FROM ${table} ORDER BY ${keys} LIMIT ${start}, ${ROWS_PER_STATEMENT}`,
    });
    if (rows.length === 0) {
      return;
    }
    const values = rows.map(
      (row) =>
        `(${columns.map((column) => (column === 'day' ? `'${String(row[column])}'` : Number(row[column]))).join(',')})`,
    );
    await duckdb.run(`INSERT INTO ${table} VALUES ${values.join(',')}`);
  }
}
