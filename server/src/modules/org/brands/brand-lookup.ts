import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { BriefCache } from '../../../platform/cache/index.js';
import { Database } from '../../../platform/database/index.js';
import { notFound } from '../../../platform/http/index.js';
import { Brand } from './brand.entity.js';

/** The brands of the group: few, asked for by nearly every request, and hardly ever changed. */
@Injectable()
export class BrandLookup {
  private readonly cache: BriefCache<'all', readonly Brand[]>;

  constructor(database: Database) {
    this.cache = new BriefCache(
      () =>
        database.manager.find(Brand, {
          where: { archivedAt: IsNull() },
          order: { position: 'ASC', id: 'ASC' },
        }),
      { keysMax: 1 },
    );
  }

  all(): Promise<readonly Brand[]> {
    return this.cache.get('all');
  }

  async find(brandId: number): Promise<Brand | undefined> {
    return (await this.all()).find(({ id }) => id === brandId);
  }

  /** @throws Refusal `not_found` */
  async get(brandId: number): Promise<Brand> {
    const brand = await this.find(brandId);
    if (!brand) {
      throw notFound();
    }
    return brand;
  }

  changed(): void {
    this.cache.clear();
  }
}
