import { ADMIN_PERMISSIONS, type AdminPermission } from '@regulars/shared';
import type { AdminActor } from '../../../platform/auth/index.js';
import { ListOf, ListOfText, OpaqueId, Text } from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import type { Brand } from '../brands/brand.entity.js';

export class AdminBrandView {
  @OpaqueId('brand', { doc: 'A brand in scope' })
  id: string;

  @Text({ max: 40, doc: 'Its name' })
  name: string;
}

export class AdminMeView {
  @Text({ max: 20, doc: 'The admin’s name' })
  name: string;

  @Text({ max: 254, doc: 'The admin’s email' })
  email: string;

  @ListOfText({ max: 100, length: 40, values: ADMIN_PERMISSIONS, doc: 'What they may do' })
  permissions: AdminPermission[];

  @ListOf(() => AdminBrandView, { max: 100, doc: 'For which brands' })
  brands: AdminBrandView[];
}

export function toAdminMeView(admin: AdminActor, email: string, brands: readonly Brand[]): AdminMeView {
  return {
    name: admin.name,
    email,
    permissions: [...admin.permissions],
    brands: brands
      .filter(({ id }) => admin.brandIds.includes(id))
      .map(({ id, name }) => ({ id: toPublicId('brand', id), name })),
  };
}
