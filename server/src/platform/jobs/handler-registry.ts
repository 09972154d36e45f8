import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { DomainEventName } from './events.js';
import { HANDLER, type HandlerMeta, type HandlesJob } from './handlers.js';

export interface RegisteredHandler extends HandlerMeta {
  readonly handler: HandlesJob<unknown>;
}

/** All handlers of the running application, found by their decorators. */
@Injectable()
export class HandlerRegistry {
  private handlers: Map<string, RegisteredHandler> | undefined;

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  byKind(kind: string): RegisteredHandler | undefined {
    return this.all.get(kind);
  }

  listenersOf(event: DomainEventName): RegisteredHandler[] {
    return [...this.all.values()].filter((registered) => registered.event === event);
  }

  recurring(): RegisteredHandler[] {
    return [...this.all.values()].filter((registered) => registered.everySeconds !== undefined);
  }

  /** Read on first use: by then every provider exists. */
  private get all(): Map<string, RegisteredHandler> {
    this.handlers ??= this.discover();
    return this.handlers;
  }

  private discover(): Map<string, RegisteredHandler> {
    const found = new Map<string, RegisteredHandler>();
    for (const { instance, metatype } of this.discovery.getProviders()) {
      const meta = metatype ? this.reflector.get<HandlerMeta | undefined>(HANDLER, metatype) : undefined;
      if (!meta || !instance) {
        continue;
      }
      const other = found.get(meta.kind);
      if (other && other.handler !== instance) {
        throw new Error(`Two handlers for jobs of kind ${meta.kind}`);
      }
      found.set(meta.kind, { ...meta, handler: instance as HandlesJob<unknown> });
    }
    return found;
  }
}
