import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { Config, ConfigError } from './platform/config/index.js';
import { JobRunner } from './platform/jobs/index.js';
import { StructuredLogger, createPino } from './platform/observability/index.js';

try {
  const config = Config.from(process.env);
  const app = await NestFactory.createApplicationContext(AppModule.with(config), {
    logger: new StructuredLogger(createPino(config.get('logLevel'))),
    abortOnError: false,
  });
  const runner = app.get(JobRunner);
  await runner.ensureRecurring();
  runner.start();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void runner
        .stop()
        .then(() => app.close())
        .then(() => process.exit(0));
    });
  }
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
}
