import type { SkuView } from '@/api/views';

/** A value in each dimension: exactly what one SKU is. */
export type Choice = readonly string[];

type Sku = Pick<SkuView, 'id' | 'spec' | 'available'>;

/** Whether the value can be had together with what is chosen in the other dimensions. */
export function isFree(skus: readonly Sku[], choice: Choice, dimension: number, value: string): boolean {
  return skus.some((sku) => sku.available > 0 && fits(sku, choice, dimension, value));
}

/** Changes one dimension; where that combination isn't there, the others follow to one that is. */
export function choose(skus: readonly Sku[], choice: Choice, dimension: number, value: string): Choice {
  const together = skus.filter((sku) => fits(sku, choice, dimension, value));
  const anyway = skus.filter(({ spec }) => spec[dimension] === value);
  const wanted = [...together, ...anyway];
  return (wanted.find(({ available }) => available > 0) ?? wanted[0])?.spec ?? choice;
}

export function skuOf<S extends Sku>(skus: readonly S[], choice: Choice): S | undefined {
  return skus.find(
    ({ spec }) => spec.length === choice.length && spec.every((value, at) => value === choice[at]),
  );
}

function fits({ spec }: Sku, choice: Choice, dimension: number, value: string): boolean {
  return spec.every((one, at) => one === (at === dimension ? value : choice[at]));
}
