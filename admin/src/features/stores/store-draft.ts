import type { Store, StoreInput } from '../../api/types';

/** A store as it is typed: numbers are texts until they are sent. */
export interface StoreDraft extends Omit<StoreInput, 'lat' | 'lng' | 'checkInRadiusM'> {
  lat: string;
  lng: string;
  checkInRadiusM: string;
}

export const NEW_STORE: StoreDraft = {
  name: '',
  kind: 'store',
  city: '',
  address: '',
  lat: '',
  lng: '',
  opensAt: '09:00',
  closesAt: '21:00',
  phone: '',
  checkInLocation: 'required',
  checkInRadiusM: '300',
};

export function draftOfStore(store: Store): StoreDraft {
  const { name, kind, city, address, opensAt, closesAt, phone, checkInLocation } = store;
  return {
    ...{ name, kind, city, address, opensAt, closesAt, phone, checkInLocation },
    lat: String(store.lat),
    lng: String(store.lng),
    checkInRadiusM: String(store.checkInRadiusM),
  };
}

export function storeInput(draft: StoreDraft): StoreInput {
  return {
    ...draft,
    lat: Number(draft.lat),
    lng: Number(draft.lng),
    checkInRadiusM: Number(draft.checkInRadiusM),
  };
}

/** Degrees as maps give them: "30.274", at most six digits after the point, which is some 10 cm. */
export function isDegrees(text: string, limit: 90 | 180): boolean {
  return /^-?\d{1,3}(\.\d{1,6})?$/.test(text) && Math.abs(Number(text)) <= limit;
}
