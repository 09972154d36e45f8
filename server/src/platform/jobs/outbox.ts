import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/index.js';
import type { DomainEventName, DomainEvents } from './events.js';
import { HandlerRegistry } from './handler-registry.js';
import { Jobs } from './jobs.js';

/**
 * Tells the rest of the house what happened, in the transaction in which it happened: one due row for each
 * listener, so that each succeeds, fails and is retried by itself.
 */
@Injectable()
export class Outbox {
  constructor(
    private readonly registry: HandlerRegistry,
    private readonly jobs: Jobs,
  ) {}

  async emit<N extends DomainEventName>(tx: Tx, name: N, payload: DomainEvents[N] & object): Promise<void> {
    const listeners = this.registry.listenersOf(name);
    await this.jobs.scheduleAll(
      tx,
      listeners.map((listener) => ({ kind: listener.kind, payload })),
    );
  }
}
