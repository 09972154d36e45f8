import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';

interface RequestContext {
  readonly requestId: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The id that ties together everything one request caused, its jobs included. */
export function currentRequestId(): string | undefined {
  return storage.getStore()?.requestId;
}

export function withRequestId<T>(requestId: string, work: () => T): T {
  return storage.run({ requestId }, work);
}

/** For entrances without a callback to wrap (Fastify's hooks). */
export function enterRequest(requestId: string): void {
  storage.enterWith({ requestId });
}

const ACCEPTED = /^[\w-]{8,64}$/;

/** Keeps the caller's id when it is harmless, makes one otherwise. */
export function requestIdFrom(header: unknown): string {
  return typeof header === 'string' && ACCEPTED.test(header) ? header : randomUUID();
}
