import { Injectable } from '@nestjs/common';
import { SegmentWords, type SegmentWord } from '../modules/audience/index.js';
import { ProductLookup } from '../modules/catalogue/index.js';
import { LiveCodeLookup } from '../modules/live-codes/index.js';
import { ProgramRules } from '../modules/loyalty/index.js';
import { BrandLookup } from '../modules/org/index.js';
import { Database } from '../platform/database/index.js';

/** Of each kind; whoever has more finds the newest here and the rest by name later. */
const WORDS_MAX = 500;

/** What segments can name that has its name in other modules: tiers, codes, products and what they are sorted under. */
@Injectable()
export class CollectSegmentWords extends SegmentWords {
  constructor(
    private readonly database: Database,
    private readonly brands: BrandLookup,
    private readonly rules: ProgramRules,
    private readonly codes: LiveCodeLookup,
    private readonly products: ProductLookup,
  ) {
    super();
  }

  override async ofBrand(brandId: number): Promise<readonly SegmentWord[]> {
    const { programId } = await this.brands.get(brandId);
    const [tiers, codes, categories, skus] = await Promise.all([
      this.rules.tiersOf(programId),
      this.codes.namesOf(this.database, brandId, WORDS_MAX),
      this.products.categories(brandId),
      this.products.skusOfBrand(brandId, 0, WORDS_MAX),
    ]);
    const products = new Map(skus.map(({ productId, productName }) => [productId, productName]));
    return [
      ...tiers.map(({ level, name }) => word('tier', level, name)),
      ...codes.map(({ id, name }) => word('live-code', id, name)),
      ...categories.map(({ id, name }) => word('bought-category', id, name)),
      ...[...products].map(([id, name]) => word('bought-product', id, name)),
      ...skus.map(({ id, name, productName }) =>
        word('bought-sku', id, `${productName} ${name}`.trim(), productName),
      ),
    ];
  }
}

function word(kind: SegmentWord['kind'], key: number, text: string, group = ''): SegmentWord {
  return { kind, key: String(key), text, group };
}
