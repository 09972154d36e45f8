import {
  TAGGED_BY,
  TAG_ACTIONS,
  TAG_SOURCES,
  type TagAction,
  type TagSource,
  type TaggedBy,
} from '@regulars/shared';
import { Flag, Instant, ListOf, OneOf, OpaqueId, Text, Whole } from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import type { HeldTag, TagEvent } from './member-tags.js';
import type { CountedTag, TagTree } from './tag-lookup.js';
import type { Tag, TagGroup } from './tags.repository.js';

const COUNT_MAX = 4_294_967_295;

export class TagGroupView {
  @OpaqueId('tag-group', { doc: 'The group' })
  id: string;

  @Text({ max: 20, doc: 'What its tags are about' })
  name: string;

  @Flag({ doc: 'A member has one tag of it at most' })
  exclusive: boolean;

  @Flag({ doc: 'Whether staff may give its tags' })
  byStaff: boolean;

  @Whole({ min: 0, max: 9999, doc: 'Where it stands' })
  position: number;
}

export class TagView {
  @OpaqueId('tag', { doc: 'The tag' })
  id: string;

  @OpaqueId('tag-group', { doc: 'Its group' })
  groupId: string;

  @Text({ max: 20, doc: 'What it is called' })
  name: string;

  @OneOf(TAG_SOURCES, { name: 'TagSource', doc: 'Where its assignments come from' })
  source: TagSource;

  @Text({ max: 200, min: 0, doc: 'Whom it means' })
  description: string;

  @Whole({
    min: 1,
    max: 3650,
    nullable: true,
    doc: 'Days after which an assignment should be looked at again',
  })
  freshDays: number | null;

  @Instant({ doc: 'Since when there is this tag' })
  createdAt: string;

  @Instant({ nullable: true, doc: 'Since when it is given to nobody any more' })
  retiredAt: string | null;
}

export class CountedTagView extends TagView {
  @Whole({ min: 0, max: COUNT_MAX, doc: 'Members of the brand who have it' })
  members: number;
}

export class TagTreeView {
  @ListOf(() => TagGroupView, { max: 1000, doc: 'Groups, in the order in which they stand' })
  groups: TagGroupView[];

  @ListOf(() => CountedTagView, { max: 20_000, doc: 'Tags of all groups' })
  tags: CountedTagView[];

  @Whole({ min: 0, max: COUNT_MAX, doc: 'Members of the brand' })
  members: number;
}

export class HeldTagView {
  @OpaqueId('tag', { doc: 'The tag' })
  tagId: string;

  @OneOf(TAGGED_BY, { name: 'TaggedBy', doc: 'On whose word' })
  source: TaggedBy;

  @Text({ max: 200, min: 0, doc: 'Why' })
  evidence: string;

  @Instant({ doc: 'Since when' })
  at: string;

  @Instant({ nullable: true, doc: 'Until when' })
  expiresAt: string | null;
}

export class HeldTagsView {
  @ListOf(() => HeldTagView, { max: 10_000, doc: 'What the member has, oldest first' })
  tags: HeldTagView[];
}

export class TagEventView {
  @OpaqueId('tag', { doc: 'The tag' })
  tagId: string;

  @OneOf(TAG_ACTIONS, { name: 'TagAction', doc: 'What happened' })
  action: TagAction;

  @OneOf(TAGGED_BY, { name: 'TaggedBy', doc: 'On whose word' })
  source: TaggedBy;

  @Text({ max: 200, min: 0, doc: 'Why' })
  evidence: string;

  @Instant({ doc: 'When' })
  at: string;
}

export function toTagGroupView({ id, name, exclusive, byStaff, position }: TagGroup): TagGroupView {
  return { id: toPublicId('tag-group', id), name, exclusive, byStaff, position };
}

export function toTagView(tag: Tag): TagView {
  const { id, groupId, name, source, description, freshDays, createdAt, retiredAt } = tag;
  return {
    id: toPublicId('tag', id),
    groupId: toPublicId('tag-group', groupId),
    name,
    source,
    description,
    freshDays,
    createdAt: createdAt.toISOString(),
    retiredAt: retiredAt?.toISOString() ?? null,
  };
}

const toCountedTagView = (tag: CountedTag): CountedTagView => ({ ...toTagView(tag), members: tag.members });

export function toTagTreeView({ groups, tags, members }: TagTree): TagTreeView {
  return { groups: groups.map(toTagGroupView), tags: tags.map(toCountedTagView), members };
}

export function toHeldTagView({ tagId, source, evidence, at, expiresAt }: HeldTag): HeldTagView {
  return {
    tagId: toPublicId('tag', tagId),
    source,
    evidence,
    at: at.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
  };
}

export function toTagEventView({ tagId, action, source, evidence, at }: TagEvent): TagEventView {
  return { tagId: toPublicId('tag', tagId), action, source, evidence, at: at.toISOString() };
}
