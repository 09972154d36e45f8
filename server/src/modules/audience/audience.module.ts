import { Module } from '@nestjs/common';
import { MembersModule } from '../members/index.js';
import { OrgModule } from '../org/index.js';
import { AdminSegmentsController } from './segments/admin-segments.controller.js';
import { Audience } from './segments/audience.js';
import { AudienceScopes } from './segments/audience-scope.js';
import { ChangeSegment } from './segments/change-segment.js';
import { SaveSegment } from './segments/save-segment.js';
import { SegmentLookup } from './segments/segment-lookup.js';
import { SegmentQuestions } from './segments/segment-questions.js';
import { SegmentsRepository } from './segments/segments.repository.js';
import { BlockCache } from './sets/block-cache.js';
import { BlockReader } from './sets/block-reader.js';
import { BlockWriter } from './sets/block-writer.js';
import { FoldChanges, FoldChangesJob } from './sets/fold-changes.js';
import { MemberSets } from './sets/member-sets.js';
import { SetContents } from './sets/set-contents.js';
import { SetIds } from './sets/set-ids.js';
import { AdminMemberTagsController } from './tags/admin-member-tags.controller.js';
import { AdminTagsController } from './tags/admin-tags.controller.js';
import { DefineTags } from './tags/define-tags.js';
import { ExpireTags } from './tags/expire-tags.js';
import { MemberTags } from './tags/member-tags.js';
import { TagLookup } from './tags/tag-lookup.js';
import { TagMember } from './tags/tag-member.js';
import { TagsRepository } from './tags/tags.repository.js';

@Module({
  imports: [OrgModule, MembersModule],
  controllers: [AdminSegmentsController, AdminTagsController, AdminMemberTagsController],
  providers: [
    BlockCache,
    BlockReader,
    BlockWriter,
    SetIds,
    MemberSets,
    SetContents,
    FoldChanges,
    FoldChangesJob,
    Audience,
    AudienceScopes,
    SegmentsRepository,
    SegmentLookup,
    SegmentQuestions,
    SaveSegment,
    ChangeSegment,
    TagsRepository,
    MemberTags,
    DefineTags,
    TagMember,
    TagLookup,
    ExpireTags,
  ],
  exports: [
    MemberSets,
    SetContents,
    FoldChanges,
    Audience,
    AudienceScopes,
    SegmentLookup,
    DefineTags,
    MemberTags,
  ],
})
export class AudienceModule {}
