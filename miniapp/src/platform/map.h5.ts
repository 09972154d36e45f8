import type { Place } from './place';

/** Browsers have no built-in map to hand over to. */
export const openMap: ((place: Place) => void) | null = null;
