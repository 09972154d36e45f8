export const STORE_KINDS = ['store', 'warehouse'] as const;
export type StoreKind = (typeof STORE_KINDS)[number];

/**
 * What the store's printed code asks of somebody who checks in: 'required' wants to know that they are near,
 * 'soft' only looks at the distance when they share it.
 */
export const CHECK_IN_LOCATIONS = ['required', 'soft'] as const;
export type CheckInLocation = (typeof CHECK_IN_LOCATIONS)[number];
