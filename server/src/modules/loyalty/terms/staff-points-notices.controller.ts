import { Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { CurrentStaff, ForStaff, StaffApi, type StaffActor } from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import {
  Instant,
  OpaqueId,
  PageQuery,
  PublicId,
  Text,
  Whole,
  decodeCursor,
  pageOf,
  toPage,
  type Page,
} from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import { People } from '../../members/index.js';
import { requireStore } from '../../org/index.js';
import { POINTS_MAX } from '../rewards/reward.view.js';
import { PointsNotices, type NoticePlace } from './points-notices.js';

/** What a DATETIME holds. */
const LAST_INSTANT = Date.UTC(9999, 0, 1);

class PointsNoticesQuery extends PageQuery {
  @PublicId('store', { doc: 'Whose members; a store of the caller' })
  storeId: number;
}

export class PointsNoticeView {
  @OpaqueId('member', { doc: 'The member' })
  memberId: string;

  @Text({ max: 20, nullable: true, doc: 'What they like to be called' })
  name: string | null;

  @Text({ max: 20, nullable: true, doc: 'Their phone with the middle hidden' })
  phoneMasked: string | null;

  @Whole({ min: 1, max: POINTS_MAX, doc: 'How many points lapse, as far as the last notice knew' })
  points: number;

  @Instant({ doc: 'Until when they can be spent' })
  lapsesAt: string;
}

/** Members of a store whose points are about to lapse. */
@StaffApi('points-notices')
export class StaffPointsNoticesController {
  constructor(
    private readonly database: Database,
    private readonly notices: PointsNotices,
    private readonly people: People,
  ) {}

  @Get()
  @ForStaff('members.look-up')
  @ApiOkResponse({ type: pageOf(PointsNoticeView) })
  async list(
    @CurrentStaff() staff: StaffActor,
    @Query() { storeId, after, limit }: PointsNoticesQuery,
  ): Promise<Page<PointsNoticeView>> {
    requireStore(staff, storeId);
    const rows = await this.notices.atStore(this.database, {
      brandId: staff.brandId,
      storeId,
      after: after === undefined ? undefined : placeOf(after),
      limit: limit + 1,
    });
    const people = await this.people.many(
      this.database,
      rows.map(({ memberId }) => memberId),
    );
    return toPage(
      rows,
      limit,
      ({ lapsesAt, memberId }) => [lapsesAt.getTime(), memberId],
      ({ memberId, points, lapsesAt }) => ({
        memberId: toPublicId('member', memberId),
        name: people.get(memberId)?.name ?? null,
        phoneMasked: people.get(memberId)?.phoneMasked ?? null,
        points,
        lapsesAt: lapsesAt.toISOString(),
      }),
    );
  }
}

function placeOf(cursor: string): NoticePlace {
  const [at, memberId] = decodeCursor(cursor, ['number', 'number']);
  // Whatever number a made-up cursor carries, it is an instant.
  return { lapsesAt: new Date(Math.min(Math.max(at, 0), LAST_INSTANT)), memberId };
}
