import type { StaffRole } from '@regulars/shared';

/** Somebody who works for a brand, and where. */
export interface Workplace {
  readonly staffId: number;
  readonly brandId: number;
  /** What colleagues and customers call them. */
  readonly name: string;
  readonly role: StaffRole;
  /** Null until the invitation is accepted. */
  readonly memberId: number | null;
  readonly stores: readonly { readonly id: number; readonly name: string }[];
}

export interface WorkplaceRow {
  staffId: number;
  brandId: number;
  name: string;
  role: StaffRole;
  memberId: number | null;
  storeId: number | null;
  storeName: string | null;
}

/** One row for each store becomes one workplace; people keep the order of their first rows. */
export function toWorkplaces(rows: readonly WorkplaceRow[]): Workplace[] {
  const byStaff = new Map<number, Workplace & { stores: { id: number; name: string }[] }>();
  for (const { storeId, storeName, ...person } of rows) {
    const workplace = byStaff.get(person.staffId) ?? { ...person, stores: [] };
    byStaff.set(person.staffId, workplace);
    if (storeId !== null && storeName !== null) {
      workplace.stores.push({ id: storeId, name: storeName });
    }
  }
  return [...byStaff.values()];
}
