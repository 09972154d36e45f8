/**
 * Which time signatures carry. `auto`: a clock moved ahead makes things due, but a server on real time must still
 * accept what we sign, so signatures stay at real time; a clock moved back makes signatures stale, as a test wants.
 * `moved`: always the moved time, for a server whose own clock moves along. `real`: never moved.
 */
export const SIGNATURE_TIMES = ['auto', 'moved', 'real'] as const;
export type SignatureTime = (typeof SIGNATURE_TIMES)[number];

export interface ClockState {
  readonly offsetMs: number;
  readonly signatures: SignatureTime;
}

/** The stand-in's time: it runs like real time, from wherever a test has put it. */
export class MovableClock {
  private offsetMs = 0;
  private signatures: SignatureTime = 'auto';
  private readonly listeners: (() => void)[] = [];

  constructor(private readonly real: () => number = Date.now) {}

  now(): number {
    return this.real() + this.offsetMs;
  }

  /** The time that signatures carry and that the five-minute window is measured against. */
  signingNow(): number {
    switch (this.signatures) {
      case 'real':
        return this.real();
      case 'moved':
        return this.now();
      case 'auto':
        return Math.min(this.real(), this.now());
    }
  }

  advance(ms: number): void {
    this.move(this.offsetMs + ms);
  }

  set(instant: number): void {
    this.move(instant - this.real());
  }

  reset(): void {
    this.signatures = 'auto';
    this.move(0);
  }

  signWith(signatures: SignatureTime): void {
    this.signatures = signatures;
  }

  onMove(listener: () => void): void {
    this.listeners.push(listener);
  }

  toJSON(): ClockState {
    return { offsetMs: this.offsetMs, signatures: this.signatures };
  }

  restore(state: ClockState): void {
    this.signatures = state.signatures;
    this.move(state.offsetMs);
  }

  private move(offsetMs: number): void {
    this.offsetMs = offsetMs;
    this.listeners.forEach((listener) => listener());
  }
}
