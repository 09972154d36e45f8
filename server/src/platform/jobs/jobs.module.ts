import { Global, Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { HandlerRegistry } from './handler-registry.js';
import { JobRunner } from './job-runner.js';
import { Jobs } from './jobs.js';
import { Outbox } from './outbox.js';
import { PurgeIdempotencyKeys } from './purge-idempotency-keys.js';

@Global()
@Module({
  imports: [DiscoveryModule],
  providers: [HandlerRegistry, JobRunner, Jobs, Outbox, PurgeIdempotencyKeys],
  exports: [JobRunner, Jobs, Outbox],
})
export class JobsModule {}
