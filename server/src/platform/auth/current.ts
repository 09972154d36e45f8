import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor, AdminActor, MemberActor, StaffActor, VisitorActor } from './actors.js';

function actorOf(context: ExecutionContext): Actor | undefined {
  return context.switchToHttp().getRequest<FastifyRequest>().actor;
}

/** The guard has let the caller in, so an actor of another kind here is a fault of the route's decorators. */
function mismatch(wanted: string): never {
  throw new Error(`The route asks for ${wanted} but does not say so in its access decorator`);
}

export const Visitor = createParamDecorator((_data: unknown, context: ExecutionContext): VisitorActor => {
  const actor = actorOf(context);
  return actor && actor.kind !== 'admin' ? actor.visitor : mismatch('a visitor');
});

/** On public routes that like to know: undefined when nobody is signed in. */
export const MaybeVisitor = createParamDecorator(
  (_data: unknown, context: ExecutionContext): VisitorActor | undefined => {
    const actor = actorOf(context);
    return actor && actor.kind !== 'admin' ? actor.visitor : undefined;
  },
);

export const CurrentMember = createParamDecorator(
  (_data: unknown, context: ExecutionContext): MemberActor => {
    const actor = actorOf(context);
    return actor && actor.kind !== 'admin' && actor.visitor.memberId !== null
      ? { ...actor.visitor, memberId: actor.visitor.memberId }
      : mismatch('a member');
  },
);

export const CurrentStaff = createParamDecorator((_data: unknown, context: ExecutionContext): StaffActor => {
  const actor = actorOf(context);
  return actor?.kind === 'staff' ? actor.staff : mismatch('staff');
});

export const CurrentAdmin = createParamDecorator((_data: unknown, context: ExecutionContext): AdminActor => {
  const actor = actorOf(context);
  return actor?.kind === 'admin' ? actor.admin : mismatch('an admin');
});
