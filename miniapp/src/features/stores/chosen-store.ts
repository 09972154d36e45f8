import { storedValue } from '@/platform/stored-value';

const chosen = storedValue<Record<string, string>>('stores', {});

export function chooseStore(brandId: string, storeId: string): void {
  chosen.set({ ...chosen.get(), [brandId]: storeId });
}

export function useChosenStoreId(brandId: string | undefined): string | undefined {
  return chosen.use()[brandId ?? ''];
}
