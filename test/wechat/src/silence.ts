import type { FastifyReply } from 'fastify';

const PATIENCE_MS = 60_000;

/** Keeps the caller waiting until it gives up, at most a minute; then hangs up. */
export function neverAnswer(reply: FastifyReply): FastifyReply {
  reply.hijack();
  const { raw } = reply;
  const timer = setTimeout(() => raw.destroy(), PATIENCE_MS).unref();
  raw.once('close', () => clearTimeout(timer));
  return reply;
}
