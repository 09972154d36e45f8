import { Injectable } from '@nestjs/common';
import { Database } from '../../../platform/database/index.js';
import { decodeCursor, toPage, type Page, type PageQuery } from '../../../platform/http/index.js';
import { LedgerStatements, type Owner } from '../../ledger/index.js';
import { BrandLookup } from '../../org/index.js';
import { toPointsEntryView, toPointsView, type PointsEntryView, type PointsView } from './points.view.js';

/** A member's points in the program of a brand. Brands of one program show the same. */
@Injectable()
export class PointsStatements {
  constructor(
    private readonly database: Database,
    private readonly brands: BrandLookup,
    private readonly statements: LedgerStatements,
  ) {}

  async balance(memberId: number, brandId: number): Promise<PointsView> {
    const balances = await this.statements.balances(this.database, await this.owner(memberId, brandId));
    return toPointsView(balances.points);
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
