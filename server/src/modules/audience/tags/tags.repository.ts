import { Injectable } from '@nestjs/common';
import type { TagSource } from '@regulars/shared';
import { placeholders, type Reader, type SqlValue, type Tx } from '../../../platform/database/index.js';

export interface TagGroup {
  readonly id: number;
  readonly brandId: number;
  readonly name: string;
  /** A member has one tag of it at most. */
  readonly exclusive: boolean;
  readonly byStaff: boolean;
  readonly position: number;
}

export interface Tag {
  readonly id: number;
  readonly brandId: number;
  readonly groupId: number;
  readonly name: string;
  readonly source: TagSource;
  readonly description: string;
  readonly ownerAdminId: number;
  readonly freshDays: number | null;
  readonly createdAt: Date;
  readonly retiredAt: Date | null;
}

type GroupRow = Omit<TagGroup, 'exclusive' | 'byStaff'> & { exclusive: number; byStaff: number };

const GROUPS =
  'SELECT id, brand_id AS brandId, name, exclusive, by_staff AS byStaff, position FROM tag_group';
const TAGS = `
  SELECT id, brand_id AS brandId, group_id AS groupId, name, source, description,
         owner_admin_id AS ownerAdminId, fresh_days AS freshDays, created_at AS createdAt,
         retired_at AS retiredAt
    FROM tag`;

/** The registry. A name that is taken is a duplicate key. */
@Injectable()
export class TagsRepository {
  async groups(reader: Reader, brandId: number): Promise<TagGroup[]> {
    const rows = await reader.query<GroupRow>(`${GROUPS} WHERE brand_id = ? ORDER BY position, id`, [
      brandId,
    ]);
    return rows.map(toGroup);
  }

  async group(reader: Reader, id: number, brandIds: readonly number[]): Promise<TagGroup | undefined> {
    const row =
      brandIds.length === 0
        ? undefined
        : await reader.one<GroupRow>(
            `${GROUPS} WHERE id = ? AND brand_id IN (${placeholders(brandIds.length)})`,
            [id, ...brandIds],
          );
    return row && toGroup(row);
  }

  tags(reader: Reader, brandId: number): Promise<Tag[]> {
    return reader.query<Tag>(`${TAGS} WHERE brand_id = ? ORDER BY id`, [brandId]);
  }

  async tag(reader: Reader, id: number, brandIds: readonly number[]): Promise<Tag | undefined> {
    return brandIds.length === 0
      ? undefined
      : reader.one<Tag>(`${TAGS} WHERE id = ? AND brand_id IN (${placeholders(brandIds.length)})`, [
          id,
          ...brandIds,
        ]);
  }

  async insertGroup(tx: Tx, group: Omit<TagGroup, 'id'>, at: Date): Promise<number> {
    const { brandId, name, exclusive, byStaff, position } = group;
    const { insertId } = await tx.execute(
      'INSERT INTO tag_group (brand_id, name, exclusive, by_staff, position, created_at) VALUES (?, ?, ?, ?, ?, ?)',
      [brandId, name, exclusive, byStaff, position, at],
    );
    return insertId;
  }

  async updateGroup(tx: Tx, { id, name, byStaff, position }: TagGroup): Promise<void> {
    await tx.execute('UPDATE tag_group SET name = ?, by_staff = ?, position = ? WHERE id = ?', [
      name,
      byStaff,
      position,
      id,
    ]);
  }

  async insertTag(tx: Tx, tag: Omit<Tag, 'id' | 'retiredAt'>): Promise<number> {
    const { insertId } = await tx.execute(
      `INSERT INTO tag (brand_id, group_id, name, source, description, owner_admin_id, fresh_days, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        tag.brandId,
        tag.groupId,
        tag.name,
        tag.source,
        tag.description,
        tag.ownerAdminId,
        tag.freshDays,
        tag.createdAt,
      ],
    );
    return insertId;
  }

  async updateTag(tx: Tx, { id, name, description, freshDays, retiredAt }: Tag): Promise<void> {
    await tx.execute(
      'UPDATE tag SET name = ?, description = ?, fresh_days = ?, retired_at = ? WHERE id = ?',
      [name, description, freshDays, retiredAt, id] as SqlValue[],
    );
  }
}

function toGroup({ exclusive, byStaff, ...row }: GroupRow): TagGroup {
  return { ...row, exclusive: exclusive === 1, byStaff: byStaff === 1 };
}
