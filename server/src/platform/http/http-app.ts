import { resolve } from 'node:path';
import cookie from '@fastify/cookie';
import fastifyStatic from '@fastify/static';
import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/index.js';
import { answerBadBytes, answerBadPath } from './framework-errors.js';
import { parseJsonBody } from './json-body.js';
import { securityHeaders } from './security-headers.js';
import {
  Metrics,
  StructuredLogger,
  createPino,
  enterRequest,
  requestIdFrom,
} from '../observability/index.js';

const BODY_BYTES_MAX = 256 * 1024;
const PREFLIGHT_SECONDS = 600;

/** The API as an HTTP application: what surrounds every route. `listen` or `init` comes after. */
export async function createHttpApp(module: DynamicModule, config: Config): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_BYTES_MAX,
    trustProxy: config.get('trustProxy'),
    genReqId: (request: { headers: Record<string, unknown> }) =>
      requestIdFrom(request.headers['x-request-id']),
    routerOptions: { maxParamLength: 200 },
    requestTimeout: 30_000,
    frameworkErrors: answerBadPath,
    clientErrorHandler: answerBadBytes,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    rawBody: true,
    bodyParser: false,
    logger: new StructuredLogger(createPino(config.get('logLevel'))),
    abortOnError: false,
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  fastify.removeAllContentTypeParsers();
  app.useBodyParser('application/json', { bodyLimit: BODY_BYTES_MAX }, parseJsonBody);
  await fastify.register(cookie);
  await fastify.register(fastifyStatic, {
    root: resolve(config.get('mediaDir')),
    prefix: '/media/',
    decorateReply: false,
    maxAge: '1d',
    index: false,
    setHeaders: (response) => {
      // A picture is never a page, whatever somebody managed to upload.
      response.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
      response.header('x-content-type-options', 'nosniff');
    },
  });
  watchRequests(fastify, app.get(Metrics));
  app.enableCors({
    // Members carry a bearer token, never a cookie, so any page may ask; the console's cookie is not sent across.
    origin: '*',
    methods: ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'],
    allowedHeaders: ['authorization', 'content-type', 'idempotency-key', 'x-request-id'],
    maxAge: PREFLIGHT_SECONDS,
  });
  app.enableShutdownHooks();
  return app;
}

function watchRequests(fastify: FastifyInstance, metrics: Metrics): void {
  const headers = securityHeaders();
  fastify.addHook('onRequest', (request, reply, done) => {
    enterRequest(request.id);
    reply.headers(headers).header('x-request-id', request.id);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    metrics.requests.observe(
      { method: request.method, route, status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
    done();
  });
}
