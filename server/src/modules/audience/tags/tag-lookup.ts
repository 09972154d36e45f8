import { Injectable } from '@nestjs/common';
import type { AdminActor } from '../../../platform/auth/index.js';
import { Database } from '../../../platform/database/index.js';
import { decodeCursor, type PageQuery } from '../../../platform/http/index.js';
import { MembershipLookup } from '../../members/index.js';
import { requireBrand } from '../../org/index.js';
import { Audience } from '../segments/audience.js';
import { AudienceScopes } from '../segments/audience-scope.js';
import { membersOf } from '../segments/plan-of.js';
import { MemberTags, tagSet, type HeldTag, type TagEvent } from './member-tags.js';
import { TagsRepository, type Tag, type TagGroup } from './tags.repository.js';

export interface CountedTag extends Tag {
  /** Members of the brand who have it. */
  readonly members: number;
}

export interface TagTree {
  readonly groups: readonly TagGroup[];
  readonly tags: readonly CountedTag[];
  /** Members of the brand, to compare with. */
  readonly members: number;
}

@Injectable()
export class TagLookup {
  constructor(
    private readonly database: Database,
    private readonly tags: TagsRepository,
    private readonly memberTags: MemberTags,
    private readonly memberships: MembershipLookup,
    private readonly audience: Audience,
    private readonly scopes: AudienceScopes,
  ) {}

  /** The whole registry with how many have each tag. Its statements don't grow with it. */
  async tree(admin: AdminActor, brandId: number): Promise<TagTree> {
    requireBrand(admin, brandId);
    const scope = await this.scopes.of(brandId);
    const [groups, tags] = await Promise.all([
      this.tags.groups(this.database, brandId),
      this.tags.tags(this.database, brandId),
    ]);
    const [members = 0, ...counts] = await this.audience.breakdown(this.database, scope, undefined, [
      membersOf(scope),
      ...tags.map(tagSet),
    ]);
    return { groups, tags: tags.map((tag, index) => ({ ...tag, members: counts[index] ?? 0 })), members };
  }

  /** Every tag by name, for whoever puts expressions together. */
  async names(brandId: number): Promise<(Pick<Tag, 'id' | 'name'> & { group: string })[]> {
    const [groups, tags] = await Promise.all([
      this.tags.groups(this.database, brandId),
      this.tags.tags(this.database, brandId),
    ]);
    const groupNames = new Map(groups.map(({ id, name }) => [id, name]));
    return tags.map(({ id, name, groupId }) => ({ id, name, group: groupNames.get(groupId) ?? '' }));
  }

  async ofMember(admin: AdminActor, brandId: number, memberId: number): Promise<HeldTag[]> {
    await this.checkMember(admin, brandId, memberId);
    return this.memberTags.ofMember(this.database, memberId, brandId);
  }

  /** Newest first; one more than the limit when there is a next page. */
  async history(
    admin: AdminActor,
    brandId: number,
    memberId: number,
    { after, limit }: PageQuery,
  ): Promise<TagEvent[]> {
    await this.checkMember(admin, brandId, memberId);
    const [beforeId] = after === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(after, ['number']);
    return this.memberTags.history(this.database, memberId, brandId, beforeId, limit + 1);
  }

  private async checkMember(admin: AdminActor, brandId: number, memberId: number): Promise<void> {
    requireBrand(admin, brandId);
    await this.memberships.inBrand(this.database, memberId, brandId);
  }
}
