import { Injectable } from '@nestjs/common';
import { BriefCache } from '../../../platform/cache/index.js';
import { Database, type Reader, type Tx } from '../../../platform/database/index.js';
import { zoneFor, type FreightZone } from '../domain/freight-zone.js';

/** A brand that says nothing delivers everywhere for nothing. */
const FREE: readonly FreightZone[] = [
  {
    name: '全国',
    provinces: [],
    delivers: true,
    firstG: 0,
    firstFen: 0,
    stepG: 0,
    stepFen: 0,
    freeFromFen: null,
  },
];

@Injectable()
export class FreightTemplates {
  private readonly cache: BriefCache<number, readonly FreightZone[]>;

  constructor(database: Database) {
    this.cache = new BriefCache((brandId) => this.read(database, brandId), { keysMax: 1_000 });
  }

  async read(reader: Reader, brandId: number): Promise<readonly FreightZone[]> {
    const row = await reader.one<{ zones: string }>('SELECT zones FROM freight_template WHERE brand_id = ?', [
      brandId,
    ]);
    return row ? (JSON.parse(row.zones) as FreightZone[]) : FREE;
  }

  /** Undefined where the brand does not send. */
  async zoneOf(brandId: number, province: string): Promise<FreightZone | undefined> {
    const zone = zoneFor(await this.cache.get(brandId), province);
    return zone?.delivers ? zone : undefined;
  }

  async save(tx: Tx, brandId: number, zones: readonly FreightZone[]): Promise<void> {
    const text = JSON.stringify(zones);
    await tx.execute(
      'INSERT INTO freight_template (brand_id, zones) VALUES (?, ?) ON DUPLICATE KEY UPDATE zones = ?',
      [brandId, text, text],
    );
    tx.afterCommit(() => this.cache.drop(brandId));
  }
}
