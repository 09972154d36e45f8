import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from './platform/database/data-source.js';

/** Brings the database up to date. Usage: DATABASE_URL=… node migrate.js [revert] */
const url = process.env.DATABASE_URL;
if (!url) {
  console.error('DATABASE_URL is missing: mysql://user:password@host:port/database');
  process.exit(1);
}
const dataSource = await new DataSource(dataSourceOptions(url, 1)).initialize();
if (process.argv[2] === 'revert') {
  await dataSource.undoLastMigration();
} else {
  for (const migration of await dataSource.runMigrations()) {
    console.log(`migrated ${migration.name}`);
  }
}
await dataSource.destroy();
