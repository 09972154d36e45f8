import { Injectable } from '@nestjs/common';
import type { TagAction, TaggedBy } from '@regulars/shared';
import { Clock } from '../../../platform/clock/index.js';
import {
  placeholders,
  rowPlaceholders,
  type Reader,
  type SqlValue,
  type Tx,
} from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { MemberNumbers } from '../../members/index.js';
import { MemberSets, type MemberChange } from '../sets/member-sets.js';
import { ofBrand, type SetName } from '../sets/set-names.js';
import type { Tag, TagGroup } from './tags.repository.js';

/** On whose word a tag is given, and why. */
export interface TagProvenance {
  readonly source: TaggedBy;
  readonly actorId: number | null;
  readonly evidence: string;
}

export interface HeldTag extends TagProvenance {
  readonly tagId: number;
  readonly memberId: number;
  readonly at: Date;
  readonly expiresAt: Date | null;
}

export type ExpiredTag = Pick<HeldTag, 'tagId' | 'memberId'> & { readonly brandId: number };

export interface TagEvent extends TagProvenance {
  readonly id: number;
  readonly tagId: number;
  readonly action: TagAction;
  readonly at: Date;
}

export const tagSet = ({ id, brandId }: Pick<Tag, 'id' | 'brandId'>): SetName =>
  ofBrand(brandId, 'tag', String(id));

/**
 * Who has which tag: a row each with since when, from whom and why, a line of history for every change, and the member
 * sets, all in one transaction. The rows are locked first, so that of two who tag the same member the later one stands.
 */
@Injectable()
export class MemberTags {
  constructor(
    private readonly sets: MemberSets,
    private readonly numbers: MemberNumbers,
    private readonly clock: Clock,
  ) {}

  /** Gives a tag, or renews it. Of an exclusive group, the tag they had goes. @throws Refusal `tag_retired` */
  async give(
    tx: Tx,
    tag: Tag,
    group: TagGroup,
    memberIds: readonly number[],
    given: TagProvenance & { expiresAt: Date | null },
  ): Promise<void> {
    if (tag.retiredAt !== null) {
      throw new Refusal('tag_retired');
    }
    const members = inOrder(memberIds);
    if (group.exclusive) {
      // One after the other, or two tags of one group could come at the same moment.
      await tx.query('SELECT id FROM tag_group WHERE id = ? FOR UPDATE', [group.id]);
    }
    const held = await this.lock(tx, tag, members);
    if (group.exclusive) {
      await this.takeOthers(tx, tag, members, given);
    }
    const at = this.clock.now();
    await this.insertRows(tx, tag, members, { ...given, at });
    const already = new Set(held);
    await this.tell(tx, tag, members, given, (memberId) => (already.has(memberId) ? 'renewed' : 'given'));
    await this.mirror(tx, members, (member) => [{ set: tagSet(tag), member, value: 1 }]);
  }

  /** Takes a tag from those who have it. */
  async take(
    tx: Tx,
    tag: Pick<Tag, 'id' | 'brandId'>,
    memberIds: readonly number[],
    why: TagProvenance,
    action: 'taken' | 'expired' = 'taken',
  ): Promise<number> {
    const held = await this.lock(tx, tag, inOrder(memberIds), action === 'expired');
    if (held.length === 0) {
      return 0;
    }
    await tx.execute(
      `DELETE FROM member_tag WHERE tag_id = ? AND member_id IN (${placeholders(held.length)})`,
      [tag.id, ...held],
    );
    await this.tell(tx, tag, held, why, () => action);
    await this.mirror(tx, held, (member) => [{ set: tagSet(tag), member, value: null }]);
    return held.length;
  }

  async ofMember(reader: Reader, memberId: number, brandId: number): Promise<HeldTag[]> {
    return reader.query<HeldTag>(
      `SELECT tag_id AS tagId, member_id AS memberId, source, actor_id AS actorId, evidence, at,
              expires_at AS expiresAt
         FROM member_tag WHERE member_id = ? AND brand_id = ? ORDER BY at, tag_id`,
      [memberId, brandId],
    );
  }

  /** Newest first, before the event `beforeId`. */
  async history(
    reader: Reader,
    memberId: number,
    brandId: number,
    beforeId: number,
    count: number,
  ): Promise<TagEvent[]> {
    return reader.query<TagEvent>(
      `SELECT id, tag_id AS tagId, action, source, actor_id AS actorId, evidence, at
         FROM member_tag_event WHERE member_id = ? AND brand_id = ? AND id < ? ORDER BY id DESC LIMIT ${count}`,
      [memberId, brandId, beforeId],
    );
  }

  /** Tags whose time is up, oldest first. */
  async expired(reader: Reader, limit: number): Promise<ExpiredTag[]> {
    return reader.query<ExpiredTag>(
      `SELECT tag_id AS tagId, member_id AS memberId, brand_id AS brandId FROM member_tag
        WHERE expires_at <= ? ORDER BY expires_at LIMIT ${limit}`,
      [this.clock.now()],
    );
  }

  /** Those of them who have it, held until the transaction ends. */
  private async lock(
    tx: Tx,
    { id }: Pick<Tag, 'id'>,
    memberIds: readonly number[],
    expired = false,
  ): Promise<number[]> {
    const rows = await tx.query<{ memberId: number }>(
      `SELECT member_id AS memberId FROM member_tag
        WHERE tag_id = ? AND member_id IN (${placeholders(memberIds.length)})
              ${expired ? 'AND expires_at <= ?' : ''} FOR UPDATE`,
      [id, ...memberIds, ...(expired ? [this.clock.now()] : [])],
    );
    return rows.map(({ memberId }) => memberId);
  }

  private async takeOthers(
    tx: Tx,
    { id, groupId, brandId }: Tag,
    memberIds: readonly number[],
    { source, actorId }: TagProvenance,
  ): Promise<void> {
    const others = await tx.query<{ tagId: number; memberId: number }>(
      `SELECT tag_id AS tagId, member_id AS memberId FROM member_tag
        WHERE brand_id = ? AND group_id = ? AND tag_id <> ? AND member_id IN (${placeholders(memberIds.length)})`,
      [brandId, groupId, id, ...memberIds],
    );
    const why = { source, actorId, evidence: '换成了同组的另一个标签' };
    for (const tagId of new Set(others.map((other) => other.tagId))) {
      const members = others.filter((other) => other.tagId === tagId).map(({ memberId }) => memberId);
      await this.take(tx, { id: tagId, brandId }, members, why);
    }
  }

  private async insertRows(
    tx: Tx,
    { id, brandId, groupId }: Tag,
    memberIds: readonly number[],
    { source, actorId, evidence, at, expiresAt }: Omit<HeldTag, 'tagId' | 'memberId'>,
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO member_tag (tag_id, member_id, brand_id, group_id, source, actor_id, evidence, at, expires_at)
       VALUES ${rowPlaceholders(memberIds.length, 9)}
       ON DUPLICATE KEY UPDATE source = VALUES(source), actor_id = VALUES(actor_id), evidence = VALUES(evidence),
         at = VALUES(at), expires_at = VALUES(expires_at)`,
      memberIds.flatMap((memberId): SqlValue[] => [
        id,
        memberId,
        brandId,
        groupId,
        source,
        actorId,
        evidence,
        at,
        expiresAt,
      ]),
    );
  }

  private async tell(
    tx: Tx,
    { id, brandId }: Pick<Tag, 'id' | 'brandId'>,
    memberIds: readonly number[],
    { source, actorId, evidence }: TagProvenance,
    actionOf: (memberId: number) => TagAction,
  ): Promise<void> {
    const at = this.clock.now();
    await tx.execute(
      `INSERT INTO member_tag_event (tag_id, member_id, brand_id, action, source, actor_id, evidence, at)
       VALUES ${rowPlaceholders(memberIds.length, 8)}`,
      memberIds.flatMap((memberId): SqlValue[] => [
        id,
        memberId,
        brandId,
        actionOf(memberId),
        source,
        actorId,
        evidence,
        at,
      ]),
    );
  }

  private async mirror(
    tx: Tx,
    memberIds: readonly number[],
    changesOf: (member: number) => MemberChange[],
  ): Promise<void> {
    const numbers = await this.numbers.of(tx, memberIds);
    await this.sets.change(tx, [...numbers.values()].flatMap(changesOf));
  }
}

/** Ascending and each once, so that everybody locks in one order. */
const inOrder = (memberIds: readonly number[]): number[] => [...new Set(memberIds)].sort((a, b) => a - b);
