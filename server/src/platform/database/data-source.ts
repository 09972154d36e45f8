import type { DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from '../../migrations/index.js';
import { NumericIds } from './numeric-ids.js';

/**
 * How every process talks to the database. `type: 'mariadb'` makes TypeORM emit SQL that both MariaDB and
 * MySQL take; whole numbers up to 2^53 come back as numbers, days as text, instants as UTC dates.
 */
export function dataSourceOptions(url: string, poolSize: number): DataSourceOptions {
  return {
    type: 'mariadb',
    url,
    poolSize,
    charset: 'utf8mb4',
    timezone: 'Z',
    supportBigNumbers: true,
    bigNumberStrings: false,
    dateStrings: ['DATE'],
    synchronize: false,
    subscribers: [NumericIds],
    migrations: MIGRATIONS,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    extra: { connectAttributes: { program_name: 'regulars' }, maxPreparedStatements: 512 },
  };
}
