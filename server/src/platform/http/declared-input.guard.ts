import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import type { FastifyRequest } from 'fastify';
import { Refusal } from './refusal.js';

/**
 * What a handler doesn't read is refused, not ignored: a filter that is misspelt or sent to the wrong route must not
 * pass silently. Fields within what it does read are the validation's. WeChat may say more than our hooks read.
 */
@Injectable()
export class DeclaredInputGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (!request.url.startsWith('/api/')) {
      return true;
    }
    const reads = inputsOf(context);
    const query = Object.keys(request.query as object);
    // The validation drops this name before it looks for names that it doesn't know.
    const unknown = reads.has(RouteParamtypes.QUERY) ? query.filter((name) => name === '__proto__') : query;
    if (unknown.length > 0) {
      throw refused(unknown.map((field) => ({ field, message: '不认识这个字段' })));
    }
    const { body } = request;
    if (reads.has(RouteParamtypes.BODY) && (body === undefined || body === null)) {
      throw refused([{ field: 'body', message: '请提交内容' }]);
    }
    if (!reads.has(RouteParamtypes.BODY) && !saysNothing(body)) {
      throw refused([{ field: 'body', message: '这里不需要提交内容' }]);
    }
    return true;
  }
}

/** Some clients write an empty object where they have nothing to say. */
function saysNothing(body: unknown): boolean {
  return body === undefined || body === null || (typeof body === 'object' && Object.keys(body).length === 0);
}

function refused(fields: { field: string; message: string }[]): Refusal {
  return new Refusal('validation_failed', { fields });
}

const known = new WeakMap<object, ReadonlySet<number>>();

/** Nest keeps a handler's parameters under `paramtype:index`, those of our own decorators under longer names. */
const PARAMETER = /^(\d+):\d+$/;

function inputsOf(context: ExecutionContext): ReadonlySet<number> {
  const handler = context.getHandler();
  let inputs = known.get(handler);
  if (!inputs) {
    const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, context.getClass(), handler.name) ??
      {}) as object;
    inputs = new Set(Object.keys(parameters).map((key) => Number(PARAMETER.exec(key)?.[1])));
    known.set(handler, inputs);
  }
  return inputs;
}
