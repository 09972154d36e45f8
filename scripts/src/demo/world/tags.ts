import { BLOCK_SIZE } from '@regulars/server/modules/audience/domain/block';
import type { Tables } from '../load/tables.js';
import { TAG_GROUPS } from '../shop/tags.js';
import type { BrandKey } from '../shop/types.js';

export interface DemoTag {
  readonly id: number;
  readonly groupId: number;
  readonly setId: number;
}

/** A brand's registry of tags, group by group, made by the first admin. */
export function openTags(tables: Tables, key: BrandKey, brandId: number, at: Date): DemoTag[][] {
  return TAG_GROUPS[key].map(({ name, exclusive, tags }, position) => {
    const groupId = tables.nextId('tag_group');
    tables.add('tag_group', {
      id: groupId,
      brand_id: brandId,
      name,
      exclusive,
      by_staff: true,
      position,
      created_at: at,
    });
    return tags.map((tag) => {
      const id = tables.nextId('tag');
      const setId = tables.nextId('member_set');
      tables.add('tag', {
        id,
        brand_id: brandId,
        group_id: groupId,
        name: tag.name,
        source: 'manual',
        description: tag.description,
        owner_admin_id: 1,
        fresh_days: 180,
        created_at: at,
      });
      tables.add('member_set', {
        id: setId,
        owner_kind: 'brand',
        owner_id: brandId,
        kind: 'tag',
        set_key: String(id),
      });
      return { id, groupId, setId };
    });
  });
}

/** Of each group, one member in so many is known well enough to have a tag. */
const KNOWN_OF = 3;

/** What was noted down when somebody joined. The rest of the story doesn't depend on it, so no dice are thrown. */
export function noteTags(
  tables: Tables,
  groups: readonly (readonly DemoTag[])[],
  brandId: number,
  memberId: number,
  at: Date,
): void {
  groups.forEach((tags, position) => {
    const draw = memberId * 7 + position * 5;
    const tag = draw % KNOWN_OF === 0 ? tags[Math.floor(draw / KNOWN_OF) % tags.length] : undefined;
    if (tag) {
      const why = { source: 'admin', actor_id: 1, evidence: '入会时聊起', at } as const;
      const whose = { tag_id: tag.id, member_id: memberId, brand_id: brandId };
      tables.add('member_tag', { ...whose, group_id: tag.groupId, ...why });
      tables.add('member_tag_event', { ...whose, action: 'given', ...why });
      const block = Math.floor(memberId / BLOCK_SIZE);
      tables.add('member_set_change', {
        set_id: tag.setId,
        block,
        // Members of the demo have the number of their row.
        member_offset: memberId - block * BLOCK_SIZE,
        value: 1,
        at,
      });
    }
  });
}
