/** Whose set it is: tiers and points belong to a program, what happens in a brand to the brand. */
export interface SetOwner {
  readonly kind: 'brand' | 'program';
  readonly id: number;
}

/** A set of members is known by its owner, its kind and its key, such as the brand's `visited` on `2026-11-22`. */
export interface SetName {
  readonly owner: SetOwner;
  readonly kind: string;
  readonly key: string;
}

/** Sets of this kind give each of their members a number. */
const NUMBER = 'number';

export const isNumber = (kind: string): boolean => kind === NUMBER;

export const ofBrand = (id: number, kind: string, key = ''): SetName => ({
  owner: { kind: 'brand', id },
  kind,
  key,
});

export const ofProgram = (id: number, kind: string, key = ''): SetName => ({
  owner: { kind: 'program', id },
  kind,
  key,
});

/** Equal for equal names. */
export const textOf = ({ owner, kind, key }: SetName): string => `${owner.kind}:${owner.id}:${kind}:${key}`;
