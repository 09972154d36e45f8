import {
  STAFF_PERMISSIONS,
  STAFF_ROLES,
  STAFF_ROLE_PERMISSIONS,
  type StaffPermission,
  type StaffRole,
} from '@regulars/shared';
import { Instant, ListOf, ListOfText, Nested, OneOf, OpaqueId, Text } from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import { StoreRefView, toStoreRefView } from '../stores/store.view.js';
import type { Hired } from './hire-staff.js';
import type { Invitation } from './invite-staff.js';
import type { Workplace } from './workplace.js';

const STAFF_STATUSES = ['invited', 'active'] as const;
type StaffStatus = (typeof STAFF_STATUSES)[number];

/** Where the signed-in person works. */
export class WorkplaceView {
  @Text({ max: 20, doc: 'What colleagues and customers call them' })
  name: string;

  @OneOf(STAFF_ROLES, { name: 'StaffRole', doc: 'Their role' })
  role: StaffRole;

  @OpaqueId('brand', { doc: 'The brand they work for' })
  brandId: string;

  @ListOf(() => StoreRefView, { max: 200, doc: 'The stores they work in' })
  stores: StoreRefView[];

  @ListOfText({ max: 50, length: 40, values: STAFF_PERMISSIONS, doc: 'What they may do there' })
  permissions: StaffPermission[];
}

/** Somebody on the console's list of staff. */
export class StaffView {
  @OpaqueId('staff', { doc: 'The person' })
  id: string;

  @OpaqueId('brand', { doc: 'The brand they work for' })
  brandId: string;

  @Text({ max: 20, doc: 'What colleagues and customers call them' })
  name: string;

  @OneOf(STAFF_ROLES, { name: 'StaffRole', doc: 'Their role' })
  role: StaffRole;

  @ListOf(() => StoreRefView, { max: 200, doc: 'The stores they work in' })
  stores: StoreRefView[];

  @OneOf(STAFF_STATUSES, { name: 'StaffStatus', doc: 'Active once they have accepted their invitation' })
  status: StaffStatus;

  @Instant({ nullable: true, doc: 'Until when an open invitation can be accepted' })
  invitedUntil: string | null;
}

export class StaffInvitationView {
  @Text({ max: 10, doc: 'To be entered in the mini-program once; it is not shown again' })
  code: string;

  @Instant({ doc: 'Until when it can be accepted' })
  expiresAt: string;
}

export class InvitedStaffView {
  @Nested(() => StaffView, { doc: 'The new colleague' })
  staff: StaffView;

  @Nested(() => StaffInvitationView, { doc: 'What to hand to them' })
  invitation: StaffInvitationView;
}

export function toWorkplaceView(workplace: Workplace): WorkplaceView {
  return {
    name: workplace.name,
    role: workplace.role,
    brandId: toPublicId('brand', workplace.brandId),
    stores: workplace.stores.map(toStoreRefView),
    permissions: [...STAFF_ROLE_PERMISSIONS[workplace.role]],
  };
}

export function toStaffView(person: Workplace, invitedUntil: Date | undefined): StaffView {
  return {
    id: toPublicId('staff', person.staffId),
    brandId: toPublicId('brand', person.brandId),
    name: person.name,
    role: person.role,
    stores: person.stores.map(toStoreRefView),
    status: person.memberId === null ? 'invited' : 'active',
    invitedUntil: invitedUntil?.toISOString() ?? null,
  };
}

export function toStaffInvitationView({ code, expiresAt }: Invitation): StaffInvitationView {
  return { code, expiresAt: expiresAt.toISOString() };
}

export function toInvitedStaffView({ person, invitation }: Hired): InvitedStaffView {
  return { staff: toStaffView(person, invitation.expiresAt), invitation: toStaffInvitationView(invitation) };
}
