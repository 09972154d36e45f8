/**
 * Errors after which the whole transaction may simply run again: nothing of it was kept.
 * 1213 deadlock, 1205 lock wait timeout, 1020 record changed since last read, 1047 cluster node not ready.
 */
const RETRYABLE_NUMBERS = new Set([1213, 1205, 1020, 1047]);

const CONNECTION_LOST = new Set([
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_ENQUEUE_AFTER_FATAL_ERROR',
  'PROTOCOL_ENQUEUE_AFTER_QUIT',
  'ECONNRESET',
  'ECONNREFUSED',
  'EPIPE',
  'ETIMEDOUT',
]);

const DUPLICATE_KEY = 1062;

interface SqlError {
  errno?: number;
  code?: string;
}

/** TypeORM wraps the driver's error; the driver's own carries number and code. */
function sqlErrorOf(error: unknown): SqlError {
  if (typeof error !== 'object' || error === null) {
    return {};
  }
  const inner = (error as { driverError?: unknown }).driverError ?? error;
  const { errno, code } = inner as { errno?: unknown; code?: unknown };
  return {
    errno: typeof errno === 'number' ? errno : undefined,
    code: typeof code === 'string' ? code : undefined,
  };
}

export function isDuplicateKey(error: unknown): boolean {
  return sqlErrorOf(error).errno === DUPLICATE_KEY;
}

export function isConnectionLost(error: unknown): boolean {
  const { code } = sqlErrorOf(error);
  return code !== undefined && CONNECTION_LOST.has(code);
}

export function isRetryable(error: unknown): boolean {
  const { errno } = sqlErrorOf(error);
  return (errno !== undefined && RETRYABLE_NUMBERS.has(errno)) || isConnectionLost(error);
}
