import type { LoggerService } from '@nestjs/common';
import { pino, type Logger as Pino } from 'pino';
import { currentRequestId } from './request-context.js';

/** Fields that are never written, wherever they turn up. */
const SECRET_PATHS = [
  'password',
  'otp',
  'token',
  'code',
  'phone',
  'authorization',
  'cookie',
  'session_key',
].flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);

export function createPino(level: string): Pino {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: SECRET_PATHS, censor: '[hidden]' },
    mixin: () => {
      const requestId = currentRequestId();
      return requestId ? { requestId } : {};
    },
  });
}

/** Nest's logger on pino: one line of JSON an event. */
export class StructuredLogger implements LoggerService {
  constructor(private readonly pino: Pino) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  /** Nest passes (message or object, …more, context). */
  private write(level: 'info' | 'error' | 'warn' | 'debug', message: unknown, rest: unknown[]): void {
    const context = rest.at(-1);
    const texts = [message, ...rest.slice(0, -1)].filter((part): part is string => typeof part === 'string');
    const fields = [message, ...rest].find(
      (part): part is object => typeof part === 'object' && part !== null,
    );
    this.pino[level](
      { ...(typeof context === 'string' ? { context } : {}), ...toFields(fields) },
      texts.join(' '),
    );
  }
}

function toFields(fields: object | undefined): object {
  return fields instanceof Error ? { err: fields } : (fields ?? {});
}
