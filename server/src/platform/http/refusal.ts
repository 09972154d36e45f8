import { ERRORS, type ErrorCode } from '@regulars/shared';

export interface FieldError {
  readonly field: string;
  readonly message: string;
}

export interface RefusalExtras {
  /** Replaces the code's own sentence where more can be said. Chinese, for people. */
  readonly detail?: string;
  readonly fields?: readonly FieldError[];
  /** Facts a client needs to go on, such as the new quote after `price_changed`. */
  readonly data?: object;
}

/** An expected "no": status and sentence belong to the code. Faults are ordinary errors. */
export class Refusal extends Error {
  readonly status: number;

  constructor(
    readonly code: ErrorCode,
    readonly extras: RefusalExtras = {},
  ) {
    super(extras.detail ?? ERRORS[code].text);
    this.status = ERRORS[code].status;
  }
}

export function notFound(): Refusal {
  return new Refusal('not_found');
}
