/** Query keys: the first word names what changes together, so that a write can invalidate by it. */
export const keys = {
  me: ['me'] as const,
  brand: (brandId: string) => ['brand', brandId] as const,
  overview: (brandId: string) => ['overview', brandId] as const,
  members: (brandId: string, filter: object) => ['members', brandId, filter] as const,
  member: (brandId: string, id: string) => ['members', brandId, 'one', id] as const,
  memberLedger: (brandId: string, id: string, ledger: string) =>
    ['members', brandId, 'one', id, ledger] as const,
  stores: (brandId: string) => ['stores', brandId] as const,
  liveCodes: (brandId: string, storeId: string) => ['live-codes', brandId, storeId] as const,
  staff: (brandId: string) => ['staff', brandId] as const,
  categories: (brandId: string) => ['categories', brandId] as const,
  products: (brandId: string, filter: object) => ['products', brandId, filter] as const,
  product: (id: string) => ['products', 'one', id] as const,
  stock: (brandId: string, storeId: string) => ['stock', brandId, storeId] as const,
  orders: (brandId: string, filter: object) => ['orders', brandId, filter] as const,
  order: (id: string) => ['orders', 'one', id] as const,
  rewards: (brandId: string) => ['rewards', brandId] as const,
  audit: (brandId: string) => ['audit', brandId] as const,
};
