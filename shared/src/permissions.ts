/** What staff may do in the mini-program's workbench; their stores bound where. */
export const STAFF_PERMISSIONS = [
  'check-ins.make',
  'members.look-up',
  'pickups.hand-over',
  'redemptions.collect',
  'store-code.show',
  'today.see',
] as const;
export type StaffPermission = (typeof STAFF_PERMISSIONS)[number];

/** What admins may do in the console; their brands bound where. */
export const ADMIN_PERMISSIONS = [
  'audit.see',
  'catalogue.edit',
  'catalogue.see',
  'live-codes.edit',
  'live-codes.see',
  'members.reveal',
  'members.see',
  'orders.fulfil',
  'orders.refund',
  'orders.see',
  'overview.see',
  'rewards.edit',
  'rewards.see',
  'staff.edit',
  'staff.see',
  'stock.adjust',
  'stock.see',
  'stores.edit',
  'stores.see',
] as const;
export type AdminPermission = (typeof ADMIN_PERMISSIONS)[number];

export const STAFF_ROLES = ['manager', 'clerk'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export const STAFF_ROLE_TEXT: Readonly<Record<StaffRole, string>> = { manager: '店长', clerk: '店员' };

/** Whoever stands at the till does everything there; a manager differs by the stores in scope. */
export const STAFF_ROLE_PERMISSIONS: Readonly<Record<StaffRole, readonly StaffPermission[]>> = {
  manager: STAFF_PERMISSIONS,
  clerk: STAFF_PERMISSIONS,
};

export const ADMIN_ROLES = ['owner', 'operator', 'finance', 'viewer'] as const;
export type AdminRole = (typeof ADMIN_ROLES)[number];

export const ADMIN_ROLE_TEXT: Readonly<Record<AdminRole, string>> = {
  owner: '主理人',
  operator: '运营',
  finance: '财务',
  viewer: '观察员',
};

const READING = ADMIN_PERMISSIONS.filter((name) => name.endsWith('.see') && name !== 'audit.see');
const NOT_FOR_OPERATORS: readonly AdminPermission[] = ['audit.see', 'members.reveal', 'orders.refund'];

export const ADMIN_ROLE_PERMISSIONS: Readonly<Record<AdminRole, readonly AdminPermission[]>> = {
  owner: ADMIN_PERMISSIONS,
  operator: ADMIN_PERMISSIONS.filter((name) => !NOT_FOR_OPERATORS.includes(name)),
  finance: [...READING, 'audit.see', 'orders.refund'],
  viewer: READING,
};
