import { ADMIN_PERMISSIONS } from '@regulars/shared';
import { accessOf, landingPage, PAGE_ACCESS, PAGES } from './access';

describe('accessOf', () => {
  it('opens nothing to an admin without permissions', () => {
    const access = accessOf([]);
    expect(PAGES.filter(access.canOpen)).toEqual([]);
    expect(landingPage(access)).toBeUndefined();
  });

  it('opens every page to an admin with all permissions, and lands on the overview', () => {
    const access = accessOf(ADMIN_PERMISSIONS);
    expect(PAGES.filter(access.canOpen)).toEqual(PAGES);
    expect(landingPage(access)).toBe('overview');
  });

  it.each(PAGES)('opens %s by its own permission only', (page) => {
    const access = accessOf([PAGE_ACCESS[page]]);
    expect(PAGES.filter(access.canOpen)).toEqual([page]);
    expect(landingPage(access)).toBe(page);
  });

  it('does not take seeing for doing', () => {
    expect(accessOf(['orders.see']).can('orders.refund')).toBe(false);
  });
});
