import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Config } from '../config/index.js';
import { dataSourceOptions } from './data-source.js';
import { Database } from './database.js';
import { UnitOfWork } from './unit-of-work.js';

@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Config],
      useFactory: (config: Config) => ({
        ...dataSourceOptions(config.get('databaseUrl'), config.get('databasePoolSize')),
        autoLoadEntities: true,
        // Connecting is Database's job, at start: writing the contract needs no database.
        manualInitialization: true,
      }),
    }),
  ],
  providers: [Database, UnitOfWork],
  exports: [Database, UnitOfWork, TypeOrmModule],
})
export class DatabaseModule {}
