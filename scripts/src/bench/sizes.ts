/** How much data the requests meet. */
export const SIZES = {
  products: 1_000,
  skus: 2_500,
  categories: 10,
  stores: 8,
  members: 5_000,
  /** One a member, completed, so that points, growth and savings are there to be read. */
  pastOrders: 5_000,
} as const;

/** Requests under way at the same time. */
export const CONCURRENCY = 64;

/** Connections to the database, for either server. */
export const POOL_SIZE = 20;
