import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../src/platform/database/data-source.js';
import { createTestDatabase } from './harness.js';

describe('migrations', () => {
  it('go up, all the way down, and up again', async () => {
    const { url, drop } = await createTestDatabase();
    const dataSource = await new DataSource(dataSourceOptions(url, 1)).initialize();
    const count = dataSource.migrations.length;
    const tables = async () => (await dataSource.query<object[]>('SHOW TABLES')).length;
    const before = await tables();
    for (let n = 0; n < count; n += 1) {
      await dataSource.undoLastMigration();
    }
    // Only the list of migrations itself is left.
    expect(await tables()).toBe(1);
    expect(await dataSource.runMigrations()).toHaveLength(count);
    expect(await tables()).toBe(before);
    await dataSource.destroy();
    await drop();
  });
});
