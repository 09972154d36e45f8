export interface Priced {
  readonly priceFen: number;
  readonly memberPriceFen: number | null;
}

/** What a product's card shows: the lowest list price, and the lowest member price when it is lower still. */
export function fromPrices(skus: readonly Priced[]): {
  fromPriceFen: number;
  fromMemberPriceFen: number | null;
} {
  const fromPriceFen = Math.min(...skus.map(({ priceFen }) => priceFen));
  const lowest = Math.min(...skus.map(({ priceFen, memberPriceFen }) => memberPriceFen ?? priceFen));
  return { fromPriceFen, fromMemberPriceFen: lowest < fromPriceFen ? lowest : null };
}
