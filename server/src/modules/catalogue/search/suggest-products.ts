import { Injectable } from '@nestjs/common';
import { BriefCache } from '../../../platform/cache/index.js';
import { Database } from '../../../platform/database/index.js';
import { CatalogueRepository } from '../catalogue.repository.js';
import { wordsOf } from '../domain/search-terms.js';
import { PASSER_BY } from '../domain/shopper.js';

const SUGGESTIONS_MAX = 8;

/** Names to go on with: those that fit what is typed so far, or what sells best before anything is typed. */
@Injectable()
export class SuggestProducts {
  private readonly answers: BriefCache<string, string[]>;

  constructor(
    private readonly database: Database,
    private readonly repository: CatalogueRepository,
  ) {
    this.answers = new BriefCache((key) => this.read(key), { keysMax: 5_000 });
  }

  for(brandId: number, typed: string): Promise<string[]> {
    return this.answers.get(JSON.stringify([brandId, wordsOf(typed)]));
  }

  private async read(key: string): Promise<string[]> {
    const [brandId, words] = JSON.parse(key) as [number, string[]];
    // What is kept for some is suggested to nobody: the words would be seen over a shoulder.
    const rows = await this.repository.shelf(
      this.database,
      { brandId, words },
      PASSER_BY,
      'sales',
      undefined,
      SUGGESTIONS_MAX,
    );
    return [...new Set(rows.map(({ name }) => name))];
  }
}
