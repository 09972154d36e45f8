import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { assertNever } from '@regulars/shared';
import type { FastifyRequest } from 'fastify';
import { Config } from '../config/index.js';
import { Refusal } from '../http/index.js';
import { ACCESS, type Access } from './access.js';
import { AdminResolver, StaffResolver, VisitorResolver, type Actor, type VisitorActor } from './actors.js';
import { RateLimiter } from './rate-limiter.js';

export const ADMIN_COOKIE = 'regulars_console';
/** A page of another origin can't send this header without asking first, and is never answered yes. */
export const CONSOLE_HEADER = 'x-regulars-console';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Deny by default: lets through what the handler's access decorator allows, and nothing else. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly visitors: VisitorResolver,
    private readonly staff: StaffResolver,
    private readonly admins: AdminResolver,
    private readonly limiter: RateLimiter,
    private readonly config: Config,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (!access) {
      throw new Refusal('forbidden');
    }
    // WeChat calls from few addresses and must always be heard; its signature is checked before anything is done.
    if (!isHook(request)) {
      this.limit(`ip:${request.ip}`, this.config.get('requestsPerMinutePerIp'));
    }
    const actor = await this.admit(access, request);
    if (actor) {
      request.actor = actor;
      this.limit(identityKey(actor), this.config.get('requestsPerMinutePerIdentity'));
    }
    return true;
  }

  private async admit(access: Access, request: FastifyRequest): Promise<Actor | undefined> {
    switch (access.kind) {
      case 'public':
        return access.visitor ? this.visitorIfKnown(request) : undefined;
      case 'visitor':
        return { kind: 'visitor', visitor: await this.visitor(request) };
      case 'member':
        return { kind: 'visitor', visitor: (await this.member(request)).visitor };
      case 'staff':
        return this.staffActor(access, request);
      case 'admin':
        return this.adminActor(access, request);
      default:
        return assertNever(access);
    }
  }

  private async visitorIfKnown(request: FastifyRequest): Promise<Actor | undefined> {
    const token = bearerToken(request);
    const visitor = token === undefined ? undefined : await this.visitors.resolve(token);
    return visitor && { kind: 'visitor', visitor };
  }

  private async visitor(request: FastifyRequest): Promise<VisitorActor> {
    const token = bearerToken(request);
    const visitor = token === undefined ? undefined : await this.visitors.resolve(token);
    if (!visitor) {
      throw new Refusal('unauthenticated');
    }
    return visitor;
  }

  private async member(request: FastifyRequest): Promise<{ visitor: VisitorActor; memberId: number }> {
    const visitor = await this.visitor(request);
    if (visitor.memberId === null) {
      throw new Refusal('membership_required');
    }
    return { visitor, memberId: visitor.memberId };
  }

  private async staffActor(access: Access & { kind: 'staff' }, request: FastifyRequest): Promise<Actor> {
    const visitor = await this.visitor(request);
    const staff = visitor.memberId === null ? undefined : await this.staff.resolve(visitor.memberId);
    if (!staff || (access.permission !== null && !staff.permissions.includes(access.permission))) {
      throw new Refusal('forbidden');
    }
    return { kind: 'staff', visitor, staff };
  }

  private async adminActor(access: Access & { kind: 'admin' }, request: FastifyRequest): Promise<Actor> {
    const token = request.cookies[ADMIN_COOKIE];
    const admin = token === undefined ? undefined : await this.admins.resolve(token);
    if (!admin) {
      throw new Refusal('unauthenticated');
    }
    if (!SAFE_METHODS.has(request.method) && request.headers[CONSOLE_HEADER] !== '1') {
      throw new Refusal('forbidden');
    }
    if (access.permission !== null && !admin.permissions.includes(access.permission)) {
      throw new Refusal('forbidden');
    }
    return { kind: 'admin', admin };
  }

  private limit(key: string, perMinute: number): void {
    if (!this.limiter.take(key, perMinute)) {
      throw new Refusal('too_many_requests');
    }
  }
}

function isHook(request: FastifyRequest): boolean {
  return request.routeOptions.url?.startsWith('/hooks/') ?? false;
}

function identityKey(actor: Actor): string {
  return actor.kind === 'admin' ? `admin:${actor.admin.adminId}` : `identity:${actor.visitor.identityId}`;
}

function bearerToken(request: FastifyRequest): string | undefined {
  const header = request.headers.authorization;
  return header?.startsWith('Bearer ') ? header.slice('Bearer '.length) : undefined;
}
