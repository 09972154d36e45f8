import {
  ADMIN_PERMISSIONS,
  ADMIN_ROLE_PERMISSIONS,
  STAFF_PERMISSIONS,
  STAFF_ROLE_PERMISSIONS,
} from './permissions.js';

describe('permissions', () => {
  it('lets somebody do everything', () => {
    expect(ADMIN_ROLE_PERMISSIONS.owner).toEqual(ADMIN_PERMISSIONS);
    expect(STAFF_ROLE_PERMISSIONS.manager).toEqual(STAFF_PERMISSIONS);
  });

  it('lets viewers change and reveal nothing', () => {
    expect(ADMIN_ROLE_PERMISSIONS.viewer.every((name) => name.endsWith('.see'))).toBe(true);
  });

  it('keeps money, phones and the audit with those who answer for them', () => {
    for (const role of ['operator', 'viewer'] as const) {
      for (const name of ['audit.see', 'members.reveal', 'orders.refund'] as const) {
        expect(ADMIN_ROLE_PERMISSIONS[role]).not.toContain(name);
      }
    }
    expect(ADMIN_ROLE_PERMISSIONS.finance).toContain('orders.refund');
  });

  it('gives no role a permission twice', () => {
    for (const permissions of [
      ...Object.values(ADMIN_ROLE_PERMISSIONS),
      ...Object.values(STAFF_ROLE_PERMISSIONS),
    ]) {
      expect(new Set(permissions).size).toBe(permissions.length);
    }
  });
});
