export { OrgModule } from './org.module.js';
export { requireBrand, requireStore } from './scope.js';

export { BrandLookup } from './brands/brand-lookup.js';
export { OpenBrand, type NewBrand } from './brands/open-brand.js';
export { BrandView, toBrandView } from './brands/brand.view.js';
export type { Brand } from './brands/brand.entity.js';

export { StoreLookup } from './stores/store-lookup.js';
export { CreateStore, type NewStore } from './stores/create-store.js';
export { StoreRefView, StoreView, toStoreRefView, toStoreView } from './stores/store.view.js';
export type { Store } from './stores/store.entity.js';
export { distanceM, type Position } from './domain/distance.js';
export { bestNow, type Nearby } from './domain/nearest.js';

export { StaffLookup } from './staff/staff-lookup.js';
export { HireStaff } from './staff/hire-staff.js';
export { AcceptInvitation } from './staff/accept-invitation.js';
export { EndStaff } from './staff/end-staff.js';
export { WorkplaceView, toWorkplaceView } from './staff/staff.view.js';
export type { Workplace } from './staff/workplace.js';

export { CreateAdmin, type CreatedAdmin, type NewAdmin } from './admins/create-admin.js';
export { hashPassword } from './admins/passwords.js';
