/** A console that nobody touches is closed after two hours, and any console after twelve. */
const IDLE_MS = 2 * 3_600_000;
const LONGEST_MS = 12 * 3_600_000;

/** Being seen again is written down at most once a minute. */
const NOTED_EVERY_MS = 60_000;

export function sessionExpiry(createdAt: Date, seenAt: Date): Date {
  return new Date(Math.min(seenAt.getTime() + IDLE_MS, createdAt.getTime() + LONGEST_MS));
}

export function isWorthNoting(seenAt: Date, now: Date): boolean {
  return now.getTime() - seenAt.getTime() >= NOTED_EVERY_MS;
}
