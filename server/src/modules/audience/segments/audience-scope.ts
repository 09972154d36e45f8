import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { BrandLookup } from '../../org/index.js';

/** Whose members are meant, and what day it is there. */
export interface AudienceScope {
  readonly brandId: number;
  readonly programId: number;
  /** The brand's business day, 'YYYY-MM-DD'. */
  readonly today: string;
}

@Injectable()
export class AudienceScopes {
  constructor(
    private readonly brands: BrandLookup,
    private readonly clock: Clock,
  ) {}

  /** @throws Refusal `not_found` */
  async of(brandId: number): Promise<AudienceScope> {
    const { programId, timeZone } = await this.brands.get(brandId);
    return { brandId, programId, today: this.clock.businessDay(timeZone) };
  }
}
