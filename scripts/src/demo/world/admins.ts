import { DEMO_ADMINS, DEMO_PASSWORD, DEMO_TOTP_SECRET } from '../shop/people.js';
import type { World } from './world.js';

/** The people who run the brands. The first one is the owner and sees all of the group. */
export async function appointAdmins({ tables, seals, shop }: World, at: Date): Promise<void> {
  // The door brings the whole module, which only this once is worth the wait.
  const { hashPassword } = await import('@regulars/server/modules/org/index');
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  for (const { email, name, role, brands } of DEMO_ADMINS) {
    const id = tables.nextId('admin_user');
    tables.add('admin_user', {
      id,
      email,
      name,
      role,
      every_brand: brands === undefined,
      password_hash: passwordHash,
      totp_sealed: seals.seal(DEMO_TOTP_SECRET),
      created_at: at,
    });
    for (const key of brands ?? []) {
      tables.add('admin_brand', { admin_id: id, brand_id: shop[key].id });
    }
  }
}
