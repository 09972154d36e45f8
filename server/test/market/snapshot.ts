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
    await connection.query('SET SESSION group_concat_max_len = 100000');
    const [rows] = await connection.query<RowDataPacket[]>(
      `SELECT table_name AS name, GROUP_CONCAT(CONCAT('\`', column_name, '\`') ORDER BY ordinal_position) AS columns
         FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
        WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE' AND table_name <> 'migration'
          AND extra NOT LIKE '%GENERATED%'
        GROUP BY table_name`,
    );
    const statements: string[] = [];
    for (const row of rows) {
      const [table, columns] = [String(row.name), String(row.columns)];
      await connection.query(`CREATE TABLE kept_${table} ENGINE=MyISAM AS SELECT ${columns} FROM ${table}`);
      statements.push(
        table === 'ledger_account'
          ? BALANCES
          : `DELETE FROM ${table}; INSERT INTO ${table} (${columns}) SELECT ${columns} FROM kept_${table}`,
      );
    }
    const restoring = statements.join('; ');
    return new Snapshot(connection, `SET foreign_key_checks = 0; START TRANSACTION; ${restoring}; COMMIT`);
  }

  async restore(): Promise<void> {
    await this.connection.query(this.restoring);
  }

  close(): Promise<void> {
    return this.connection.end();
  }
}
