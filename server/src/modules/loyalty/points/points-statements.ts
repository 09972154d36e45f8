import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { Database } from '../../../platform/database/index.js';
import { decodeCursor, toPage, type Page, type PageQuery } from '../../../platform/http/index.js';
import { LedgerStatements, type Owner } from '../../ledger/index.js';
import { BrandLookup } from '../../org/index.js';
import {
  OUTLOOK_MAX,
  toPointsEntryView,
  toPointsOutlookView,
  toPointsView,
  type PointsEntryView,
  type PointsOutlookView,
  type PointsView,
} from './points.view.js';

const SOON_MS = 30 * 86_400_000;

/** A member's points in the program of a brand. Brands of one program show the same. */
@Injectable()
export class PointsStatements {
  constructor(
    private readonly database: Database,
    private readonly brands: BrandLookup,
    private readonly statements: LedgerStatements,
    private readonly clock: Clock,
  ) {}

  async balance(memberId: number, brandId: number): Promise<PointsView> {
    const balances = await this.statements.balances(this.database, await this.owner(memberId, brandId));
    return toPointsView(balances.points);
  }

  /** What is still to come and what is about to go. */
  async outlook(memberId: number, brandId: number): Promise<PointsOutlookView> {
    const owner = await this.owner(memberId, brandId);
    const soon = this.clock.in(SOON_MS);
    const [waiting, lapsing] = await Promise.all([
      this.statements.waiting(this.database, owner, 'points', OUTLOOK_MAX),
      this.statements.lapsing(this.database, owner, 'points', soon),
    ]);
    return toPointsOutlookView(waiting, lapsing.slice(0, OUTLOOK_MAX));
  }

  async entries(
    memberId: number,
    brandId: number,
    { after, limit }: PageQuery,
  ): Promise<Page<PointsEntryView>> {
    const [before] = after === undefined ? [undefined] : decodeCursor(after, ['number']);
    const owner = await this.owner(memberId, brandId);
    const entries = await this.statements.entries(this.database, owner, 'points', {
      before,
      limit: limit + 1,
    });
    return toPage(entries, limit, ({ id }) => [id], toPointsEntryView);
  }

  private async owner(memberId: number, brandId: number): Promise<Owner> {
    return { memberId, programId: (await this.brands.get(brandId)).programId };
  }
}
