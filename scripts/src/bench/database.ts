import { randomBytes } from 'node:crypto';
import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';

/** A database for this run alone, and the counters of the server it is on. */
export class BenchDatabase {
  private constructor(
    private readonly connection: Connection,
    private readonly name: string,
    readonly url: string,
  ) {}

  static async create(serverUrl: string): Promise<BenchDatabase> {
    const name = `bench_${randomBytes(6).toString('hex')}`;
    const connection = await createConnection(serverUrl);
    await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
    return new BenchDatabase(connection, name, new URL(name, serverUrl).toString());
  }

  async drop(): Promise<void> {
    await this.connection.query(`DROP DATABASE ${this.name}`);
    await this.connection.end();
  }

  /** Statements the server has run so far, beginning and ending transactions not counted. */
  async statements(): Promise<number> {
    const status = await this.variables('SHOW GLOBAL STATUS', ['Questions', 'Com_begin', 'Com_commit']);
    return Number(status.Questions) - Number(status.Com_begin) - Number(status.Com_commit);
  }

  /** What this very counting adds between two readings. */
  static readonly STATEMENTS_OF_COUNTING = 1;

  async describe(): Promise<string> {
    const { version, innodb_flush_log_at_trx_commit: flush } = await this.variables('SHOW GLOBAL VARIABLES', [
      'version',
      'innodb_flush_log_at_trx_commit',
    ]);
    return `${version}, innodb_flush_log_at_trx_commit=${flush}`;
  }

  private async variables(show: string, names: readonly string[]): Promise<Record<string, string>> {
    const [rows] = await this.connection.query<RowDataPacket[]>(`${show} WHERE Variable_name IN (?)`, [
      names,
    ]);
    return Object.fromEntries(rows.map((row) => [String(row['Variable_name']), String(row['Value'])]));
  }
}
