import { Controller, SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiTags } from '@nestjs/swagger';
import type { AdminPermission, StaffPermission } from '@regulars/shared';

/** Who may call a route. Each handler states it; a route that states nothing is refused to everybody. */
export type Access =
  | { readonly kind: 'public'; readonly reason: string; readonly visitor: boolean }
  | { readonly kind: 'visitor' }
  | { readonly kind: 'member' }
  | { readonly kind: 'staff'; readonly permission: StaffPermission | null }
  | { readonly kind: 'admin'; readonly permission: AdminPermission | null };

export const ACCESS = 'regulars:access';

/** Open to all; says why. With `visitor`, whoever is signed in is known all the same. */
export function Public(reason: string, { visitor = false } = {}): MethodDecorator {
  return SetMetadata(ACCESS, { kind: 'public', reason, visitor } satisfies Access);
}

/** Signed in through WeChat; joining is not needed. */
export function ForVisitor(): MethodDecorator {
  return applyDecorators(SetMetadata(ACCESS, { kind: 'visitor' } satisfies Access), ApiBearerAuth());
}

/** Members only. */
export function ForMember(): MethodDecorator {
  return applyDecorators(SetMetadata(ACCESS, { kind: 'member' } satisfies Access), ApiBearerAuth());
}

/** Staff with this permission; null: any staff. */
export function ForStaff(permission: StaffPermission | null): MethodDecorator {
  return applyDecorators(
    SetMetadata(ACCESS, { kind: 'staff', permission } satisfies Access),
    ApiBearerAuth(),
  );
}

/** Admins with this permission; null: any admin. */
export function ForAdmin(permission: AdminPermission | null): MethodDecorator {
  return applyDecorators(
    SetMetadata(ACCESS, { kind: 'admin', permission } satisfies Access),
    ApiCookieAuth(),
  );
}

function entrance(prefix: string, tag: string) {
  return (path: string): ClassDecorator =>
    applyDecorators(Controller(path === '' ? prefix : `${prefix}/${path}`), ApiTags(tag));
}

export const MemberApi = entrance('api/member', 'member');
export const StaffApi = entrance('api/staff', 'staff');
export const AdminApi = entrance('api/admin', 'admin');
export const HookApi = entrance('hooks', 'hooks');
