import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';
import type { StaffActor } from '../../../platform/auth/index.js';
import { Database, type Reader } from '../../../platform/database/index.js';
import { decodeCursor, notFound, toPage, type Page, type PageQuery } from '../../../platform/http/index.js';
import { People } from '../../members/index.js';
import { StoreLookup, type Store } from '../../org/index.js';
import { Redemption } from './redemption.entity.js';
import { toRedemptionView, type RedemptionView, type StaffRedemptionView } from './redemption.view.js';

const READY_SHOWN = 50;

@Injectable()
export class RedemptionLookup {
  constructor(
    private readonly database: Database,
    private readonly stores: StoreLookup,
    private readonly people: People,
  ) {}

  /** A member's own, newest first. */
  async page(memberId: number, brandId: number, { after, limit }: PageQuery): Promise<Page<RedemptionView>> {
    const [before] = after === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(after, ['number']);
    const rows = await this.database.manager.find(Redemption, {
      where: { memberId, brandId, id: LessThan(before) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const page = toPage(
      rows,
      limit,
      ({ id }) => [id],
      (row) => row,
    );
    return { items: await this.views(page.items), next: page.next };
  }

  /** What a member can fetch from these stores now, the oldest first. */
  async readyFor(memberId: number, { brandId, storeIds }: StaffActor): Promise<StaffRedemptionView[]> {
    const ready = { memberId, brandId, status: 'ready' } as const;
    const rows = await this.database.manager.find(Redemption, {
      where: [
        { ...ready, storeId: IsNull() },
        { ...ready, storeId: In([...storeIds]) },
      ],
      order: { id: 'ASC' },
      take: READY_SHOWN,
    });
    return this.staffViews(rows);
  }

  /** What waits at a store, the oldest first. */
  async readyAt({ id, brandId }: Store): Promise<StaffRedemptionView[]> {
    const rows = await this.database.manager.find(Redemption, {
      where: { brandId, storeId: id, status: 'ready' },
      order: { id: 'ASC' },
      take: READY_SHOWN,
    });
    return this.staffViews(rows);
  }

  /** By the code the member shows. Of another brand or for a store that isn't theirs, it doesn't exist for the staff. */
  async getForStaff(reader: Reader, staff: StaffActor, code: string): Promise<Redemption> {
    const redemption = await reader.manager.findOneBy(Redemption, { code, brandId: staff.brandId });
    if (!redemption || (redemption.storeId !== null && !staff.storeIds.includes(redemption.storeId))) {
      throw notFound();
    }
    return redemption;
  }

  async view(redemption: Redemption): Promise<RedemptionView> {
    const store = redemption.storeId === null ? undefined : await this.stores.find(redemption.storeId);
    return toRedemptionView(redemption, store);
  }

  async staffView(redemption: Redemption): Promise<StaffRedemptionView> {
    const person = await this.people.find(this.database, redemption.memberId);
    return { ...(await this.view(redemption)), memberName: person?.name ?? null };
  }

  private async staffViews(redemptions: readonly Redemption[]): Promise<StaffRedemptionView[]> {
    const people = await this.people.many(
      this.database,
      redemptions.map(({ memberId }) => memberId),
    );
    return Promise.all(
      redemptions.map(async (redemption) => ({
        ...(await this.view(redemption)),
        memberName: people.get(redemption.memberId)?.name ?? null,
      })),
    );
  }

  private views(redemptions: readonly Redemption[]): Promise<RedemptionView[]> {
    return Promise.all(redemptions.map((redemption) => this.view(redemption)));
  }
}
