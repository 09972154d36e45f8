/** What staff may do in the mini-program's workbench; their stores bound where. */
export const STAFF_PERMISSIONS = [
  'after-sales.handle',
  'check-ins.make',
  'coupons.give',
  'coupons.use',
  'members.look-up',
  'orders.prepare',
  'orders.reprice',
  'pickups.hand-over',
  'redemptions.collect',
  'stock.receive',
  'stock.see',
  'store-code.show',
  'today.see',
] as const;
export type StaffPermission = (typeof STAFF_PERMISSIONS)[number];

/** What admins may do in the console; their brands bound where. */
export const ADMIN_PERMISSIONS = [
  'after-sales.decide',
  'after-sales.see',
  'audit.see',
  'catalogue.edit',
  'catalogue.see',
  'coupons.edit',
  'coupons.see',
  'guarantees.edit',
  'guarantees.see',
  'live-codes.edit',
  'live-codes.see',
  'loyalty.edit',
  'loyalty.see',
  'members.reveal',
  'members.see',
  'orders.fulfil',
  'orders.refund',
  'orders.reprice',
  'orders.see',
  'overview.see',
  'promotions.edit',
  'promotions.see',
  'pictures.add',
  'reconciliation.export',
  'reconciliation.see',
  'reconciliation.settle',
  'reviews.moderate',
  'reviews.see',
  'rewards.edit',
  'rewards.see',
  'segments.edit',
  'segments.see',
  'staff.edit',
  'staff.see',
  'stock.adjust',
  'stock.see',
  'stores.edit',
  'stores.see',
  'tags.edit',
  'tags.give',
  'tags.see',
] as const;
export type AdminPermission = (typeof ADMIN_PERMISSIONS)[number];

export const STAFF_ROLES = ['manager', 'clerk'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export const STAFF_ROLE_TEXT: Readonly<Record<StaffRole, string>> = { manager: '店长', clerk: '店员' };

/** Whoever stands at the till does everything there, but for what costs the store money. */
export const STAFF_ROLE_PERMISSIONS: Readonly<Record<StaffRole, readonly StaffPermission[]>> = {
  manager: STAFF_PERMISSIONS,
  clerk: STAFF_PERMISSIONS.filter((name) => name !== 'orders.reprice'),
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
const NOT_FOR_OPERATORS: readonly AdminPermission[] = [
  'audit.see',
  'members.reveal',
  'orders.refund',
  'reconciliation.export',
  'reconciliation.settle',
];

export const ADMIN_ROLE_PERMISSIONS: Readonly<Record<AdminRole, readonly AdminPermission[]>> = {
  owner: ADMIN_PERMISSIONS,
  operator: ADMIN_PERMISSIONS.filter((name) => !NOT_FOR_OPERATORS.includes(name)),
  finance: [...READING, 'audit.see', 'orders.refund', 'reconciliation.export', 'reconciliation.settle'],
  viewer: READING,
};
