import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader, ApiParam } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { fromPublicId, publicIdPattern, type IdKind } from '../ids/index.js';
import { Refusal, notFound } from './refusal.js';

/** A public id in the path, decoded. One that can't be an id of this kind is simply not found. */
export function IdParam(name: string, kind: IdKind): ParameterDecorator {
  const decorate = createParamDecorator((_data: unknown, context: ExecutionContext): number => {
    const params = context.switchToHttp().getRequest<FastifyRequest>().params as Record<
      string,
      string | undefined
    >;
    const id = fromPublicId(kind, params[name] ?? '');
    if (id === undefined) {
      throw notFound();
    }
    return id;
  })();
  return documented(decorate, ApiParam({ name, schema: { type: 'string', pattern: publicIdPattern(kind) } }));
}

/** A printed or spoken code in the path. */
export function CodeParam(name: string, pattern: RegExp): ParameterDecorator {
  const decorate = createParamDecorator((_data: unknown, context: ExecutionContext): string => {
    const params = context.switchToHttp().getRequest<FastifyRequest>().params as Record<
      string,
      string | undefined
    >;
    const code = params[name] ?? '';
    if (!pattern.test(code)) {
      throw notFound();
    }
    return code;
  })();
  return documented(decorate, ApiParam({ name, schema: { type: 'string', pattern: pattern.source } }));
}

const KEY = /^[\x21-\x7e]{8,64}$/;

/** The caller's `Idempotency-Key`: the same key means the same intent, however often it arrives. */
export function IdempotencyKey(): ParameterDecorator {
  const decorate = createParamDecorator((_data: unknown, context: ExecutionContext): string => {
    const key = context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key'];
    if (typeof key !== 'string' || !KEY.test(key)) {
      throw new Refusal('idempotency_key_invalid');
    }
    return key;
  })();
  return documented(
    decorate,
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      schema: { type: 'string', minLength: 8, maxLength: 64 },
    }),
  );
}

function documented(
  decorate: ParameterDecorator,
  document: MethodDecorator & ClassDecorator,
): ParameterDecorator {
  return (target, method, index) => {
    decorate(target, method, index);
    const descriptor = method === undefined ? undefined : Object.getOwnPropertyDescriptor(target, method);
    if (method !== undefined && descriptor) {
      document(target, method, descriptor);
    }
  };
}
