/** Every cached answer by name. A key starts with what changes it, so that one call can refresh a family. */
export const keys = {
  session: ['session'],
  position: ['position'],
  brands: ['brands'],
  stores: (brandId: string, near: string) => ['stores', brandId, near],
  liveCode: (code: string, near: string) => ['live-code', code, near],
  categories: (brandId: string) => ['categories', brandId],
  products: (brandId: string, categoryId?: string) => ['products', brandId, categoryId ?? 'all'],
  product: (id: string, storeId?: string) => ['product', id, storeId ?? 'any'],
  quote: (input: unknown) => ['quote', input],

  me: ['mine', 'me'],
  card: (brandId: string) => ['mine', 'card', brandId],
  cardCode: (brandId: string) => ['mine', 'card-code', brandId],
  consents: (brandId: string) => ['mine', 'consents', brandId],
  addresses: ['mine', 'addresses'],
  orders: (brandId: string, status?: string) => ['mine', 'orders', brandId, status ?? 'all'],
  order: (id: string) => ['mine', 'order', id],
  points: (brandId: string) => ['mine', 'points', brandId],
  rewards: (brandId: string) => ['mine', 'rewards', brandId],
  redemptions: (brandId: string) => ['mine', 'redemptions', brandId],
  checkIns: (brandId: string) => ['mine', 'check-ins', brandId],

  today: (storeId: string) => ['staff', 'today', storeId],
  storeCode: (storeId: string) => ['staff', 'store-code', storeId],
  foundMember: (memberCode: string) => ['staff', 'member', memberCode],
  pickup: (code: string) => ['staff', 'pickup', code],
  staffRedemption: (code: string) => ['staff', 'redemption', code],
} as const;

/** Everything that is about this person: forgotten when the account is erased. */
export const MINE = ['mine'] as const;
