import { Body, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../platform/auth/index.js';
import { UnitOfWork } from '../../../platform/database/index.js';
import { IdParam } from '../../../platform/http/index.js';
import { DefineTags } from './define-tags.js';
import { TagLookup } from './tag-lookup.js';
import { TagMember } from './tag-member.js';
import { TagGroupView, TagTreeView, TagView, toTagGroupView, toTagTreeView, toTagView } from './tag.view.js';
import {
  ChangeTagBody,
  ChangeTagGroupBody,
  GiveTagBody,
  NewTagBody,
  NewTagGroupBody,
  TagsQuery,
  TakeTagBody,
} from './tags.dto.js';

@AdminApi('')
export class AdminTagsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tags: TagLookup,
    private readonly registry: DefineTags,
    private readonly tagMember: TagMember,
  ) {}

  @Get('tags')
  @ForAdmin('tags.see')
  @ApiOkResponse({ type: TagTreeView })
  async list(@CurrentAdmin() admin: AdminActor, @Query() { brandId }: TagsQuery): Promise<TagTreeView> {
    return toTagTreeView(await this.tags.tree(admin, brandId));
  }

  @Post('tag-groups')
  @ForAdmin('tags.edit')
  @ApiCreatedResponse({ type: TagGroupView })
  async addGroup(@CurrentAdmin() admin: AdminActor, @Body() body: NewTagGroupBody): Promise<TagGroupView> {
    return toTagGroupView(await this.unitOfWork.run((tx) => this.registry.addGroup(tx, admin, body)));
  }

  @Patch('tag-groups/:id')
  @ForAdmin('tags.edit')
  @ApiOkResponse({ type: TagGroupView })
  async changeGroup(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'tag-group') id: number,
    @Body() body: ChangeTagGroupBody,
  ): Promise<TagGroupView> {
    return toTagGroupView(await this.unitOfWork.run((tx) => this.registry.changeGroup(tx, admin, id, body)));
  }

  @Post('tags')
  @ForAdmin('tags.edit')
  @ApiCreatedResponse({ type: TagView })
  async add(@CurrentAdmin() admin: AdminActor, @Body() body: NewTagBody): Promise<TagView> {
    return toTagView(await this.unitOfWork.run((tx) => this.registry.addTag(tx, admin, body)));
  }

  @Patch('tags/:id')
  @ForAdmin('tags.edit')
  @ApiOkResponse({ type: TagView })
  async change(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'tag') id: number,
    @Body() body: ChangeTagBody,
  ): Promise<TagView> {
    return toTagView(await this.unitOfWork.run((tx) => this.registry.changeTag(tx, admin, id, body)));
  }

  @Post('tags/:id/members')
  @HttpCode(204)
  @ForAdmin('tags.give')
  @ApiNoContentResponse()
  async give(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'tag') tagId: number,
    @Body() { memberId, reason, days = null }: GiveTagBody,
  ): Promise<void> {
    await this.unitOfWork.run((tx) => this.tagMember.give(tx, admin, { tagId, memberId, reason, days }));
  }

  @Post('tags/:id/removals')
  @HttpCode(204)
  @ForAdmin('tags.give')
  @ApiNoContentResponse()
  async take(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'tag') tagId: number,
    @Body() { memberId, reason }: TakeTagBody,
  ): Promise<void> {
    await this.unitOfWork.run((tx) => this.tagMember.take(tx, admin, { tagId, memberId, reason }));
  }
}
