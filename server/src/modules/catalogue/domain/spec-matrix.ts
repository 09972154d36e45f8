import { combinationKey, combinationName, type Spec } from '@regulars/shared';

export interface Combined {
  readonly spec: readonly string[];
}

export interface SpecFault {
  readonly field: string;
  readonly message: string;
}

/** What is wrong with the dimensions and the combinations that are sold of them. */
export function specFaults(specs: readonly Spec[], skus: readonly Combined[]): SpecFault[] {
  return [...dimensionFaults(specs), ...combinationFaults(specs, skus)];
}

/** A SKU of a product with specs is called by its combination, whatever somebody typed. */
export function skuName(typed: string, spec: readonly string[]): string {
  return spec.length === 0 ? typed : combinationName(spec);
}

function dimensionFaults(specs: readonly Spec[]): SpecFault[] {
  const names = specs.map(({ name }) => name);
  return specs.flatMap(({ name, values }, index) => [
    ...(names.indexOf(name) < index ? [{ field: `specs.${index}.name`, message: '规格名称不能重复' }] : []),
    ...(new Set(values).size < values.length
      ? [{ field: `specs.${index}.values`, message: '同一种规格的选项不能重复' }]
      : []),
  ]);
}

function combinationFaults(specs: readonly Spec[], skus: readonly Combined[]): SpecFault[] {
  const seen = new Set<string>();
  return skus.flatMap(({ spec }, index) => {
    const field = `skus.${index}.spec`;
    const fits =
      spec.length === specs.length && specs.every(({ values }, at) => values.includes(spec[at] ?? ''));
    if (!fits) {
      return [{ field, message: '每个规格都要选一个已有的选项' }];
    }
    const key = combinationKey(spec);
    const twice = specs.length > 0 && seen.has(key);
    seen.add(key);
    return twice ? [{ field, message: '同样的规格组合出现了两次' }] : [];
  });
}
