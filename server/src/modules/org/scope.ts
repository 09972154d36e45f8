import type { AdminActor, StaffActor } from '../../platform/auth/index.js';
import { notFound } from '../../platform/http/index.js';

/** What lies outside somebody's brands doesn't exist for them. @throws Refusal `not_found` */
export function requireBrand(admin: AdminActor, brandId: number): void {
  if (!admin.brandIds.includes(brandId)) {
    throw notFound();
  }
}

/** What lies outside somebody's stores doesn't exist for them. @throws Refusal `not_found` */
export function requireStore(staff: StaffActor, storeId: number): void {
  if (!staff.storeIds.includes(storeId)) {
    throw notFound();
  }
}
