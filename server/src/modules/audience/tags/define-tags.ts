import { Injectable } from '@nestjs/common';
import type { TagSource } from '@regulars/shared';
import { Audit } from '../../../platform/audit/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { isDuplicateKey, type Tx } from '../../../platform/database/index.js';
import { Refusal, notFound, withoutUndefined } from '../../../platform/http/index.js';
import { requireBrand } from '../../org/index.js';
import { TagsRepository, type Tag, type TagGroup } from './tags.repository.js';

export interface NewTagGroup {
  readonly brandId: number;
  readonly name: string;
  readonly exclusive: boolean;
  readonly byStaff: boolean;
  readonly position: number;
}

export interface NewTag {
  readonly groupId: number;
  readonly name: string;
  readonly source: TagSource;
  readonly description: string;
  readonly freshDays: number | null;
}

export interface TagChange {
  readonly name?: string;
  readonly description?: string;
  readonly freshDays?: number | null;
  /** A retired tag is given to nobody any more; who has it keeps it, and it can come back. */
  readonly retired?: boolean;
}

/** The registry of a brand's tags: groups, what stands in them, and who answers for it. */
@Injectable()
export class DefineTags {
  constructor(
    private readonly tags: TagsRepository,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async addGroup(tx: Tx, admin: AdminActor, group: NewTagGroup): Promise<TagGroup> {
    requireBrand(admin, group.brandId);
    const id = await refusing('tag_group_name_taken', () =>
      this.tags.insertGroup(tx, group, this.clock.now()),
    );
    await this.record(tx, admin, group.brandId, 'tag-group.created', { kind: 'tag-group', id }, group);
    return { ...group, id };
  }

  async changeGroup(
    tx: Tx,
    admin: AdminActor,
    id: number,
    change: Partial<Pick<TagGroup, 'name' | 'byStaff' | 'position'>>,
  ): Promise<TagGroup> {
    const group = await this.groupOf(tx, admin, id);
    const changed = { ...group, ...withoutUndefined(change) };
    await refusing('tag_group_name_taken', () => this.tags.updateGroup(tx, changed));
    await this.record(tx, admin, group.brandId, 'tag-group.changed', { kind: 'tag-group', id }, change);
    return changed;
  }

  async addTag(tx: Tx, admin: AdminActor, tag: NewTag): Promise<Tag> {
    const { brandId } = await this.groupOf(tx, admin, tag.groupId);
    const row = { ...tag, brandId, ownerAdminId: admin.adminId, createdAt: this.clock.now() };
    const id = await refusing('tag_name_taken', () => this.tags.insertTag(tx, row));
    await this.record(tx, admin, brandId, 'tag.created', { kind: 'tag', id }, tag);
    return { ...row, id, retiredAt: null };
  }

  async changeTag(tx: Tx, admin: AdminActor, id: number, { retired, ...change }: TagChange): Promise<Tag> {
    const tag = await this.tagOf(tx, admin, id);
    const retiredAt =
      retired === undefined ? tag.retiredAt : retired ? (tag.retiredAt ?? this.clock.now()) : null;
    const changed = { ...tag, ...withoutUndefined(change), retiredAt };
    await refusing('tag_name_taken', () => this.tags.updateTag(tx, changed));
    const action = retired === undefined ? 'tag.changed' : retired ? 'tag.retired' : 'tag.revived';
    await this.record(tx, admin, tag.brandId, action, { kind: 'tag', id }, change);
    return changed;
  }

  /** @throws Refusal `not_found` */
  async tagOf(tx: Tx, admin: AdminActor, id: number): Promise<Tag> {
    const tag = await this.tags.tag(tx, id, admin.brandIds);
    if (!tag) {
      throw notFound();
    }
    return tag;
  }

  /** @throws Refusal `not_found` */
  async groupOf(tx: Tx, admin: AdminActor, id: number): Promise<TagGroup> {
    const group = await this.tags.group(tx, id, admin.brandIds);
    if (!group) {
      throw notFound();
    }
    return group;
  }

  private record(
    tx: Tx,
    { adminId }: AdminActor,
    brandId: number,
    action: string,
    subject: { kind: string; id: number },
    detail: object,
  ): Promise<void> {
    return this.audit.record(tx, { actor: { kind: 'admin', id: adminId }, brandId, action, subject, detail });
  }
}

async function refusing<T>(
  code: 'tag_name_taken' | 'tag_group_name_taken',
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isDuplicateKey(error) ? new Refusal(code) : error;
  }
}
