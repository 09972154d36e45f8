import { Get, Query } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../platform/auth/index.js';
import { IdParam, pageOf, toPage, type Page } from '../../../platform/http/index.js';
import { TagLookup } from './tag-lookup.js';
import { HeldTagsView, TagEventView, toHeldTagView, toTagEventView } from './tag.view.js';
import { MemberTagsQuery, TagsQuery } from './tags.dto.js';

/** A member's tags, and how they came to them. */
@AdminApi('members/:id')
export class AdminMemberTagsController {
  constructor(private readonly tags: TagLookup) {}

  @Get('tags')
  @ForAdmin('tags.see')
  @ApiOkResponse({ type: HeldTagsView })
  async list(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'member') memberId: number,
    @Query() { brandId }: TagsQuery,
  ): Promise<HeldTagsView> {
    return { tags: (await this.tags.ofMember(admin, brandId, memberId)).map(toHeldTagView) };
  }

  @Get('tag-events')
  @ForAdmin('tags.see')
  @ApiOkResponse({ type: pageOf(TagEventView) })
  async history(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'member') memberId: number,
    @Query() query: MemberTagsQuery,
  ): Promise<Page<TagEventView>> {
    const events = await this.tags.history(admin, query.brandId, memberId, query);
    return toPage(events, query.limit, ({ id }) => [id], toTagEventView);
  }
}
