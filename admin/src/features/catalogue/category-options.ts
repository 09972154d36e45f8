import type { Category } from '../../api/types';

interface Option {
  value: string;
  label: string;
}

/** The tree as a list, each with the names above it. */
export function categoryOptions(
  categories: readonly Category[],
  parentId: string | null = null,
  above = '',
): Option[] {
  return categories
    .filter((one) => one.parentId === parentId && !one.archived)
    .flatMap(({ id, name }) => [
      { value: id, label: above + name },
      ...categoryOptions(categories, id, `${above}${name} / `),
    ]);
}
