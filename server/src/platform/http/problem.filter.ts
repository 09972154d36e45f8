import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { ERRORS, type ErrorCode } from '@regulars/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CommitUnknown } from '../database/index.js';
import { Refusal } from './refusal.js';

/** RFC 9457 problem details with our stable `code`. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  detail: string;
  requestId: string;
  errors?: readonly { field: string; message: string }[];
  data?: object;
}

const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'bad_request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  409: 'conflict',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
  429: 'too_many_requests',
  503: 'unavailable',
};

/** The only way an error leaves the API, be it a refusal, a fault, or what Fastify refused before Nest was reached. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Http');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const refusal = toRefusal(error);
    if (refusal.status >= 500) {
      this.logger.error({ err: error }, `${request.method} ${request.routeOptions.url ?? ''} failed`);
    }
    answerProblem(refusal, request, reply);
  }
}

export function answerProblem(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): void {
  void reply
    .status(refusal.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(problemOf(refusal, request.id));
}

export function problemOf(refusal: Refusal, requestId: string): Problem {
  return {
    type: `about:blank#${refusal.code}`,
    title: ERRORS[refusal.code].text,
    status: refusal.status,
    code: refusal.code,
    detail: refusal.message,
    requestId,
    ...(refusal.extras.fields ? { errors: refusal.extras.fields } : {}),
    ...(refusal.extras.data ? { data: refusal.extras.data } : {}),
  };
}

function toRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) {
    return error;
  }
  if (error instanceof CommitUnknown) {
    return new Refusal('unavailable');
  }
  const status = statusOf(error);
  return new Refusal(BY_STATUS[status] ?? (status < 500 ? 'bad_request' : 'internal'));
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) {
    return error.getStatus();
  }
  // Fastify's own errors carry a status and an FST_ code; anything else is a fault of ours.
  const { statusCode, code } = (error ?? {}) as { statusCode?: unknown; code?: unknown };
  return typeof statusCode === 'number' && typeof code === 'string' && code.startsWith('FST_')
    ? statusCode
    : 500;
}
