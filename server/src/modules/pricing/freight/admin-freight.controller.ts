import { Body, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { Audit } from '../../../platform/audit/index.js';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import {
  Fen,
  Flag,
  ListOf,
  ListOfText,
  PublicId,
  Refusal,
  Text,
  Whole,
} from '../../../platform/http/index.js';
import { requireBrand } from '../../org/index.js';
import type { FreightZone } from '../domain/freight-zone.js';
import { FreightTemplates } from './freight-templates.js';

const GRAMS_MAX = 1_000_000;

class FreightQuery {
  @PublicId('brand', { doc: 'Whose parcels' })
  brandId: number;
}

export class FreightZoneView {
  @Text({ max: 20, doc: 'What the console calls it' })
  name: string;

  @ListOfText({ max: 40, length: 20, doc: 'Provinces; none: everywhere that no other zone names' })
  provinces: string[];

  @Flag({ doc: 'Whether the brand sends there' })
  delivers: boolean;

  @Whole({ min: 0, max: GRAMS_MAX, doc: 'Up to this weight in grams …' })
  firstG: number;

  @Fen({ doc: '… it costs this' })
  firstFen: number;

  @Whole({ min: 0, max: GRAMS_MAX, doc: 'And for each further weight of this, begun or whole …' })
  stepG: number;

  @Fen({ doc: '… this more' })
  stepFen: number;

  @Fen({ nullable: true, doc: 'Goods worth this much travel free; null: never' })
  freeFromFen: number | null;
}

export class FreightTemplateBody {
  @ListOf(() => FreightZoneView, { min: 1, max: 20, doc: 'What sending costs, by region and weight' })
  zones: FreightZoneView[];
}

export class FreightTemplateView extends FreightTemplateBody {}

@AdminApi('freight-template')
export class AdminFreightController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly templates: FreightTemplates,
    private readonly audit: Audit,
  ) {}

  @Get()
  @ForAdmin('promotions.see')
  @ApiOkResponse({ type: FreightTemplateView })
  async show(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId }: FreightQuery,
  ): Promise<FreightTemplateView> {
    requireBrand(admin, brandId);
    return { zones: (await this.templates.read(this.database, brandId)).map(toView) };
  }

  @Put()
  @ForAdmin('promotions.edit')
  @ApiOkResponse({ type: FreightTemplateView })
  async save(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId }: FreightQuery,
    @Body() { zones }: FreightTemplateBody,
  ): Promise<FreightTemplateView> {
    requireBrand(admin, brandId);
    mustCoverEachPlaceOnce(zones);
    await this.unitOfWork.run(async (tx) => {
      await this.templates.save(tx, brandId, zones.map(toView));
      await this.audit.record(tx, {
        actor: { kind: 'admin', id: admin.adminId },
        brandId,
        action: 'freight-template.changed',
        subject: { kind: 'brand', id: brandId },
        detail: { zones },
      });
    });
    return { zones: zones.map(toView) };
  }
}

function mustCoverEachPlaceOnce(zones: readonly FreightZoneView[]): void {
  const elsewhere = zones.filter(({ provinces }) => provinces.length === 0).length;
  const named = zones.flatMap(({ provinces }) => provinces);
  const message =
    elsewhere !== 1
      ? '请保留一个不指定省份的地区，用于其余所有地方'
      : new Set(named).size < named.length
        ? '同一个省份只能属于一个地区'
        : undefined;
  if (message !== undefined) {
    throw new Refusal('validation_failed', { fields: [{ field: 'zones', message }] });
  }
}

function toView(zone: FreightZone): FreightZoneView {
  const { name, provinces, delivers, firstG, firstFen, stepG, stepFen, freeFromFen } = zone;
  return { name, provinces: [...provinces], delivers, firstG, firstFen, stepG, stepFen, freeFromFen };
}
