import type { SegmentSetKind } from '@regulars/shared';

/** Something that an expression can name. */
export interface SegmentWord {
  readonly kind: SegmentSetKind;
  /** Inside: the number of a row where outside it is a public id. */
  readonly key: string;
  readonly text: string;
  readonly group: string;
}

/** A port: tiers, codes and products have their names in modules above; a flow collects them. */
export abstract class SegmentWords {
  abstract ofBrand(brandId: number): Promise<readonly SegmentWord[]>;
}
