export type { DomainEventName, DomainEvents } from './events.js';
export { JobHandler, OnEvent, type HandlesJob, type Settle } from './handlers.js';
export { JobRunner } from './job-runner.js';
export { Jobs, type NewJob } from './jobs.js';
export { Outbox } from './outbox.js';
export { JobsModule } from './jobs.module.js';
