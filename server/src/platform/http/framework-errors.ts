import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerProblem, problemOf } from './problem.filter.js';
import { Refusal } from './refusal.js';

/** A path that can't be decoded or has too long a part: Fastify finds no route, so no filter is asked. */
export function answerBadPath(_error: Error, request: FastifyRequest, reply: FastifyReply): void {
  answerProblem(new Refusal('bad_request'), request, reply);
}

/** Bytes that are no HTTP, or headers without end: there is no request yet, only a socket. */
export function answerBadBytes(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    return;
  }
  const refusal = new Refusal(error.code === 'HPE_HEADER_OVERFLOW' ? 'payload_too_large' : 'bad_request');
  const body = JSON.stringify(problemOf(refusal, randomUUID()));
  socket.end(
    [
      `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ''}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
