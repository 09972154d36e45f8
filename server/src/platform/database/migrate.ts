import type { DataSource } from 'typeorm';

/**
 * Brings a database up to date. Some tables take their letters from the database, whose own default may be one that
 * has no Chinese in it. Returns the names of what was run.
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  const [row] = await dataSource.query<{ name: string; letters: string }[]>(
    'SELECT DATABASE() AS name, @@character_set_database AS letters',
  );
  if (row && row.letters !== 'utf8mb4') {
    await dataSource.query(`ALTER DATABASE \`${row.name}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci`);
  }
  return (await dataSource.runMigrations()).map((migration) => migration.name);
}
