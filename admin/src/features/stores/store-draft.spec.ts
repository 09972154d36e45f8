import type { Store } from '../../api/types';
import { draftOfStore, isDegrees, storeInput } from './store-draft';

const input = {
  name: '西湖银泰店',
  kind: 'store' as const,
  city: '杭州',
  address: '延安路 98 号',
  lat: 30.243611,
  lng: 120.16125,
  opensAt: '08:00',
  closesAt: '22:00',
  phone: '0571-88880000',
  checkInLocation: 'required' as const,
  checkInRadiusM: 300,
};
const store: Store = { id: 'st_1', brandId: 'br_1', code: 'abc', archived: false, ...input };

it('sends back exactly what was not changed', () => {
  expect(storeInput(draftOfStore(store))).toEqual(input);
});

it.each(['30.274', '-0.5', '0', '90'])('takes %s as a latitude', (text) => {
  expect(isDegrees(text, 90)).toBe(true);
});

it.each(['', '90.1', 'N30', '30.2744444', '1e2', '120.155'])('refuses %p as a latitude', (text) => {
  expect(isDegrees(text, 90)).toBe(false);
});

it('knows that longitudes go further', () => {
  expect(isDegrees('120.155', 180)).toBe(true);
  expect(isDegrees('180.000001', 180)).toBe(false);
});
