import { storedValue } from '@/platform/stored-value';

const chosen = storedValue<string | null>('brand', null);

/** The customer is in one brand at a time: by the code they scanned, by choice, or as last time. */
export const chooseBrand = chosen.set;
export const useChosenBrandId = chosen.use;
