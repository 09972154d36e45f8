import { Injectable, SetMetadata, applyDecorators } from '@nestjs/common';
import type { Tx } from '../database/index.js';
import type { DomainEventName } from './events.js';

/**
 * Commits the job's effect together with the job's completion. When the lease was lost meanwhile nothing is
 * kept, so a job has at most one effect, however many workers believed it was theirs.
 */
export type Settle = (work: (tx: Tx) => Promise<void>) => Promise<void>;

export interface HandlesJob<P> {
  /** Talks to the outside first, then settles. Throwing means: again later. */
  run(payload: P, settle: Settle): Promise<void>;
}

export interface HandlerMeta {
  readonly kind: string;
  /** Set for listeners: the event whose emission schedules the job. */
  readonly event?: DomainEventName;
  /** Set for housekeeping: due again this long after each completion. */
  readonly everySeconds?: number;
  readonly attemptsMax: number;
}

export const HANDLER = 'regulars:job-handler';

const ATTEMPTS_MAX = 15;

/** A handler of due rows of this kind. */
export function JobHandler(
  kind: string,
  options: { everySeconds?: number; attemptsMax?: number } = {},
): ClassDecorator {
  return applyDecorators(
    Injectable(),
    SetMetadata(HANDLER, { kind, attemptsMax: ATTEMPTS_MAX, ...options } satisfies HandlerMeta),
  );
}

/** A listener: `kind` names this reaction, such as `loyalty.earn-for-order`. */
export function OnEvent(event: DomainEventName, kind: string): ClassDecorator {
  return applyDecorators(
    Injectable(),
    SetMetadata(HANDLER, { kind, event, attemptsMax: ATTEMPTS_MAX } satisfies HandlerMeta),
  );
}
