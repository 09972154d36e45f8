import { Injectable } from '@nestjs/common';
import { CONSENT_TEXT, type SegmentExpression } from '@regulars/shared';
import type { AdminActor } from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { StoreLookup, requireBrand } from '../../org/index.js';
import { membersOf, planOf, setsOf } from './plan-of.js';
import { Audience } from './audience.js';
import { AudienceScopes } from './audience-scope.js';
import { outward } from './segment-keys.js';
import { TagLookup } from '../tags/tag-lookup.js';
import { SegmentWords, type SegmentWord } from './segment-words.js';
import type {
  SegmentBreakdownView,
  SegmentCountView,
  SegmentVocabularyView,
  SegmentWordView,
} from './segment.view.js';

/** What a marketer asks while putting an expression together. */
@Injectable()
export class SegmentQuestions {
  constructor(
    private readonly database: Database,
    private readonly audience: Audience,
    private readonly scopes: AudienceScopes,
    private readonly words: SegmentWords,
    private readonly stores: StoreLookup,
    private readonly tags: TagLookup,
  ) {}

  async count(admin: AdminActor, brandId: number, expression: SegmentExpression): Promise<SegmentCountView> {
    requireBrand(admin, brandId);
    const start = performance.now();
    const { count, asOf } = await this.audience.count(
      this.database,
      await this.scopes.of(brandId),
      expression,
    );
    return { count, asOf: asOf.toISOString(), tookMs: Math.ceil(performance.now() - start) };
  }

  async breakdown(
    admin: AdminActor,
    brandId: number,
    expression: SegmentExpression,
  ): Promise<SegmentBreakdownView> {
    requireBrand(admin, brandId);
    const scope = await this.scopes.of(brandId);
    const words = (await this.wordsOf(brandId)).filter(({ kind }) => BROKEN_DOWN_BY.has(kind));
    const parts = words.map(({ kind, key }) => planOf({ set: { kind, key } }, scope));
    const [everybody = 0, ...counts] = await this.audience.breakdown(this.database, scope, expression, [
      membersOf(scope),
      ...parts.flatMap(setsOf),
    ]);
    return {
      count: everybody,
      parts: words.map((word, index) => ({ ...toWordView(word), count: counts[index] ?? 0 })),
    };
  }

  async vocabulary(admin: AdminActor, brandId: number): Promise<SegmentVocabularyView> {
    requireBrand(admin, brandId);
    return { words: (await this.wordsOf(brandId)).map(toWordView) };
  }

  private async wordsOf(brandId: number): Promise<SegmentWord[]> {
    const [others, stores, tags] = await Promise.all([
      this.words.ofBrand(brandId),
      this.stores.ofBrand(brandId),
      this.tags.names(brandId),
    ]);
    return [
      ...tags.map(({ id, name, group }) => ({ kind: 'tag', key: String(id), text: name, group }) as const),
      ...stores.map(
        ({ id, name, city }) => ({ kind: 'store', key: String(id), text: name, group: city }) as const,
      ),
      ...Object.entries(CONSENT_TEXT).map(
        ([key, text]) => ({ kind: 'consent', key, text, group: '' }) as const,
      ),
      ...others,
    ];
  }
}

const BROKEN_DOWN_BY: ReadonlySet<string> = new Set(['tier', 'store', 'lifecycle', 'consent']);

function toWordView({ kind, key, text, group }: SegmentWord): SegmentWordView {
  return { kind, key: outward(kind, key), text, group };
}
