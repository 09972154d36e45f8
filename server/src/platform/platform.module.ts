import { Global, Module, type DynamicModule } from '@nestjs/common';
import { Audit, AuditTrail } from './audit/index.js';
import { RateLimiter } from './auth/index.js';
import { Clock } from './clock/index.js';
import { Config } from './config/index.js';
import { FieldCipher, Signer } from './crypto/index.js';
import { DatabaseModule } from './database/database.module.js';
import { Idempotency } from './http/index.js';
import { configurePublicIds } from './ids/index.js';
import { JobsModule } from './jobs/index.js';
import { HealthController, Metrics } from './observability/index.js';

const SERVICES = [Clock, FieldCipher, Signer, Audit, AuditTrail, RateLimiter, Idempotency, Metrics];

/** What every module stands on. */
@Global()
@Module({})
export class PlatformModule {
  static with(config: Config): DynamicModule {
    configurePublicIds(config.get('idKey'));
    return {
      module: PlatformModule,
      imports: [DatabaseModule, JobsModule],
      controllers: [HealthController],
      providers: [{ provide: Config, useValue: config }, ...SERVICES],
      exports: [Config, ...SERVICES],
    };
  }
}
