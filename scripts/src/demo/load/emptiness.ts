import type { Connection, RowDataPacket } from 'mysql2/promise';

/** Tables that are not data: the migrations that ran, and our own marker. */
const KEPT = new Set(['migration', 'demo_load']);

/** Whether anybody lives here already. */
export async function isEmpty(connection: Connection): Promise<boolean> {
  const [rows] = await connection.query<({ used: number } & RowDataPacket)[]>(
    'SELECT EXISTS (SELECT 1 FROM brand) OR EXISTS (SELECT 1 FROM member) OR EXISTS (SELECT 1 FROM admin_user) AS used',
  );
  return rows[0]?.used === 0;
}

/** Removes every row of a database that holds nothing but demo data that are half there. */
export async function empty(connection: Connection): Promise<void> {
  const [tables] = await connection.query<({ name: string } & RowDataPacket)[]>(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'",
  );
  await connection.query('SET SESSION foreign_key_checks = 0');
  for (const { name } of tables) {
    if (!KEPT.has(name)) {
      await connection.query('TRUNCATE TABLE ??', [name]);
    }
  }
  await connection.query('SET SESSION foreign_key_checks = 1');
  await connection.query('INSERT INTO member_counter (id, value) VALUES (1, 0)');
}
