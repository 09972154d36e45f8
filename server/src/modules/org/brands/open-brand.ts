import { Injectable } from '@nestjs/common';
import { BRAND_ZONE, Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { BrandLookup } from './brand-lookup.js';
import { Brand, type BrandPersona, type BrandTheme } from './brand.entity.js';
import { Program } from './program.entity.js';

export interface NewBrand {
  readonly programId: number;
  readonly position?: number;
  readonly name: string;
  readonly slogan: string;
  readonly industry: string;
  readonly logoUrl: string;
  readonly coverUrl: string;
  readonly theme: BrandTheme;
  readonly persona: BrandPersona;
  readonly timeZone?: string;
}

/** Takes a brand, and the loyalty program it belongs to, into the group. */
@Injectable()
export class OpenBrand {
  constructor(
    private readonly clock: Clock,
    private readonly brands: BrandLookup,
  ) {}

  async program(tx: Tx, name: string): Promise<Program> {
    return tx.manager.save(Program, { name, createdAt: this.clock.now() });
  }

  async execute(tx: Tx, brand: NewBrand): Promise<Brand> {
    tx.afterCommit(() => this.brands.changed());
    return tx.manager.save(Brand, {
      position: 0,
      timeZone: BRAND_ZONE,
      ...brand,
      createdAt: this.clock.now(),
      archivedAt: null,
    });
  }
}
