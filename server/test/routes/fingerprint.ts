import type { TestApp } from '../harness.js';

/** Written whatever the answer is: when an admin was last seen, and that somebody failed to sign in. */
const NOT_COUNTED = ['admin_session', 'sign_in_attempt'];

/** A checksum of every table: two that are equal mean that nothing was written, anywhere. */
export type Fingerprint = Readonly<Record<string, unknown>>;

export async function fingerprint(app: TestApp): Promise<Fingerprint> {
  const tables = await app.query<{ name: string }>(
    "SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE'",
  );
  const names = tables.map(({ name }) => name).filter((name) => !NOT_COUNTED.includes(name));
  const sums = await app.query<{ Table: string; Checksum: number }>(`CHECKSUM TABLE ${names.join(', ')}`);
  return Object.fromEntries(sums.map(({ Table, Checksum }) => [Table.split('.')[1] ?? Table, Checksum]));
}

/** The rows that are this member's in any table, as they are now. */
export async function rowsOf(app: TestApp, memberId: number): Promise<Fingerprint> {
  const columns = await app.query<{ name: string }>(
    "SELECT TABLE_NAME AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND COLUMN_NAME = 'member_id'",
  );
  const owned: [string, string][] = [
    ['member', 'id = ?'],
    ['ledger_account', "owner_kind = 'member' AND owner_id = ?"],
    ...columns.map(({ name }): [string, string] => [name, 'member_id = ?']),
  ];
  const rows = owned.map(async ([table, condition]) => [
    table,
    await app.query(`SELECT * FROM ${table} WHERE ${condition}`, [memberId]),
  ]);
  return Object.fromEntries(await Promise.all(rows)) as Fingerprint;
}
