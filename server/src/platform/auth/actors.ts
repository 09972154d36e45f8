// Requests and replies know cookies wherever they are read.
import type {} from '@fastify/cookie';
import type { AdminPermission, StaffPermission } from '@regulars/shared';

/** Somebody signed in through WeChat, member or not yet. */
export interface VisitorActor {
  readonly identityId: number;
  readonly appId: string;
  readonly openid: string;
  readonly memberId: number | null;
}

/** A visitor who has joined. */
export interface MemberActor extends VisitorActor {
  readonly memberId: number;
}

/** A member who works for a brand; `storeIds` bound where. */
export interface StaffActor {
  readonly staffId: number;
  readonly memberId: number;
  readonly brandId: number;
  readonly storeIds: readonly number[];
  readonly permissions: readonly StaffPermission[];
}

/** Somebody signed in to the console; `brandIds` bound what they see. */
export interface AdminActor {
  readonly adminId: number;
  readonly name: string;
  readonly brandIds: readonly number[];
  readonly permissions: readonly AdminPermission[];
}

export type Actor =
  | { readonly kind: 'visitor'; readonly visitor: VisitorActor }
  | { readonly kind: 'staff'; readonly visitor: VisitorActor; readonly staff: StaffActor }
  | { readonly kind: 'admin'; readonly admin: AdminActor };

/** Ports: the platform knows that people sign in, the modules know how. */
export abstract class VisitorResolver {
  /** The holder of a member token, or undefined when it is forged, expired or cut off. */
  abstract resolve(token: string): Promise<VisitorActor | undefined>;
}

export abstract class StaffResolver {
  abstract resolve(memberId: number): Promise<StaffActor | undefined>;
}

export abstract class AdminResolver {
  abstract resolve(sessionToken: string): Promise<AdminActor | undefined>;
}

declare module 'fastify' {
  interface FastifyRequest {
    actor?: Actor;
  }
}
