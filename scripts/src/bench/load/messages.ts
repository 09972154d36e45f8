import type { OperationName, Side } from '../operations.js';

/** What the load generator is asked to do, one order after the other. */
export type LoadOrder =
  | {
      readonly kind: 'ask';
      readonly operation: OperationName;
      readonly side: Side;
      readonly port: number;
      readonly index: number;
    }
  | {
      readonly kind: 'drive';
      readonly operation: OperationName;
      readonly side: Side;
      readonly port: number;
      /** Number of the first request; the following ones count up. */
      readonly from: number;
      /** Until so much time is over, or so many requests are sent. */
      readonly until: { readonly seconds: number } | { readonly count: number };
    };

export interface Drive {
  readonly sent: number;
  readonly seconds: number;
  readonly failed: number;
  /** The first answer that was no success, if there was one. */
  readonly failure: string | null;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export interface Asked {
  readonly status: number;
  readonly body: string;
}

export type LoadResult =
  | { readonly kind: 'asked'; readonly asked: Asked }
  | { readonly kind: 'driven'; readonly drive: Drive }
  | { readonly kind: 'failed'; readonly error: string };
