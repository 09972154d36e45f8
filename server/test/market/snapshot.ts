import { createConnection, type Connection, type RowDataPacket } from 'mysql2/promise';

/** The ledger remembers its accounts, so they stay and only what is on them goes back. */
const BALANCES = `UPDATE ledger_account LEFT JOIN kept_ledger_account kept ON kept.id = ledger_account.id
  SET ledger_account.balance = IF(ledger_account.owner_kind = 'program', NULL, COALESCE(kept.balance, 0))`;

/** Brings a database back to how it was, so that each of many runs begins in the same small world. */
export class Snapshot {
  private constructor(
    private readonly connection: Connection,
    private readonly restoring: string,
  ) {}

  static async take(url: string): Promise<Snapshot> {
    const connection = await createConnection({ uri: url, multipleStatements: true, timezone: 'Z' });
    const [rows] = await connection.query<RowDataPacket[]>(
      `SELECT table_name AS name FROM information_schema.tables
        WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' AND table_name <> 'migration'`,
    );
    const tables = rows.map(({ name }) => String(name));
    for (const table of tables) {
      await connection.query(`CREATE TABLE kept_${table} ENGINE=MyISAM AS SELECT * FROM ${table}`);
    }
    const restoring = tables
      .map((table) =>
        table === 'ledger_account'
          ? BALANCES
          : `DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM kept_${table}`,
      )
      .join('; ');
    return new Snapshot(connection, `SET foreign_key_checks = 0; START TRANSACTION; ${restoring}; COMMIT`);
  }

  async restore(): Promise<void> {
    await this.connection.query(this.restoring);
  }

  close(): Promise<void> {
    return this.connection.end();
  }
}
