import type { AdminPermission } from '@regulars/shared';

/** Which permission opens which page. The menu, the routes and the links between pages all ask here. */
export const PAGE_ACCESS = {
  overview: 'overview.see',
  members: 'members.see',
  orders: 'orders.see',
  products: 'catalogue.see',
  stock: 'stock.see',
  rewards: 'rewards.see',
  stores: 'stores.see',
  staff: 'staff.see',
  audit: 'audit.see',
} as const satisfies Record<string, AdminPermission>;

export type PageName = keyof typeof PAGE_ACCESS;
export const PAGES = Object.keys(PAGE_ACCESS) as PageName[];

/** What the signed-in admin may do. The server decides and checks; this only spares people dead ends. */
export interface Access {
  can: (permission: AdminPermission) => boolean;
  canOpen: (page: PageName) => boolean;
}

export function accessOf(permissions: readonly AdminPermission[]): Access {
  const granted = new Set(permissions);
  const can = (permission: AdminPermission) => granted.has(permission);
  return { can, canOpen: (page) => can(PAGE_ACCESS[page]) };
}

/** Where an admin lands: the first page of the menu that is open to them. */
export function landingPage(access: Access): PageName | undefined {
  return PAGES.find((page) => access.canOpen(page));
}
