import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';

const WINDOW_MS = 60_000;
const KEYS_MAX = 100_000;

interface Window {
  startedAt: number;
  count: number;
}

/** Counts requests per key in windows of a minute, in this process only: a brake, not an account. */
@Injectable()
export class RateLimiter {
  private readonly windows = new Map<string, Window>();

  constructor(private readonly clock: Clock) {}

  /** False when the key has used up its minute. A limit of 0 is no limit. */
  take(key: string, limit: number): boolean {
    if (limit === 0) {
      return true;
    }
    const now = this.clock.now().getTime();
    const window = this.windows.get(key);
    if (!window || now - window.startedAt >= WINDOW_MS) {
      this.makeRoom();
      this.windows.set(key, { startedAt: now, count: 1 });
      return true;
    }
    window.count += 1;
    return window.count <= limit;
  }

  private makeRoom(): void {
    if (this.windows.size >= KEYS_MAX) {
      this.windows.clear();
    }
  }
}
