import { Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../platform/auth/index.js';
import { IdParam, pageOf, toPage, type Page } from '../../../platform/http/index.js';
import { MemberDirectory } from './member-directory.js';
import { MemberPlaces } from './member-places.js';
import { MemberProfileView, MemberRowView, toMemberProfileView, toMemberRowView } from './member.view.js';
import { MemberQuery, MembersQuery } from './members.dto.js';

@AdminApi('members')
export class AdminMembersController {
  constructor(
    private readonly directory: MemberDirectory,
    private readonly places: MemberPlaces,
  ) {}

  @Get()
  @ForAdmin('members.see')
  @ApiOkResponse({ type: pageOf(MemberRowView) })
  async list(@CurrentAdmin() admin: AdminActor, @Query() query: MembersQuery): Promise<Page<MemberRowView>> {
    const entries = await this.directory.list(admin, query.brandId, query, query);
    const places = await this.places.of(entries.map(({ membership }) => membership));
    return toPage(
      entries,
      query.limit,
      ({ membership }) => [membership.id],
      (entry) => toMemberRowView(entry, places),
    );
  }

  @Get(':id')
  @ForAdmin('members.see')
  @ApiOkResponse({ type: MemberProfileView })
  async find(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'member') memberId: number,
    @Query() { brandId }: MemberQuery,
  ): Promise<MemberProfileView> {
    const profile = await this.directory.profile(admin, memberId, brandId);
    return toMemberProfileView(profile, await this.places.of(profile.memberships));
  }
}
