import { Injectable } from '@nestjs/common';
import type { SegmentExpression, SegmentKind } from '@regulars/shared';
import { placeholders, type Reader, type Tx } from '../../../platform/database/index.js';
import { Block } from '../domain/block.js';
import type { AudienceBlock } from './audience.js';

export interface Segment {
  readonly id: number;
  readonly brandId: number;
  readonly name: string;
  readonly kind: SegmentKind;
  readonly version: number;
  readonly expression: SegmentExpression;
  /** As last counted. */
  readonly members: number;
  readonly countedAt: Date;
  readonly createdAt: Date;
}

type SegmentRow = Omit<Segment, 'expression'> & { expression: string | SegmentExpression };

const SEGMENTS = `
  SELECT s.id, s.brand_id AS brandId, s.name, s.kind, s.version, v.expression, s.members,
         s.counted_at AS countedAt, s.created_at AS createdAt
    FROM segment s JOIN segment_version v ON v.segment_id = s.id AND v.version = s.version`;

@Injectable()
export class SegmentsRepository {
  async find(reader: Reader, id: number, brandIds: readonly number[]): Promise<Segment | undefined> {
    if (brandIds.length === 0) {
      return undefined;
    }
    const row = await reader.one<SegmentRow>(
      `${SEGMENTS} WHERE s.id = ? AND s.archived_at IS NULL AND s.brand_id IN (${placeholders(brandIds.length)})`,
      [id, ...brandIds],
    );
    return row && toSegment(row);
  }

  /** Held until the transaction ends, so that versions follow one another. */
  async lock(tx: Tx, id: number): Promise<void> {
    await tx.query('SELECT id FROM segment WHERE id = ? FOR UPDATE', [id]);
  }

  /** Newest first, before the segment `beforeId`. */
  async page(reader: Reader, brandId: number, beforeId: number, count: number): Promise<Segment[]> {
    const rows = await reader.query<SegmentRow>(
      `${SEGMENTS} WHERE s.brand_id = ? AND s.archived_at IS NULL AND s.id < ? ORDER BY s.id DESC LIMIT ${count}`,
      [brandId, beforeId],
    );
    return rows.map(toSegment);
  }

  async isNameTaken(tx: Tx, brandId: number, name: string, except = 0): Promise<boolean> {
    const row = await tx.one(
      'SELECT id FROM segment WHERE brand_id = ? AND name = ? AND archived_at IS NULL AND id <> ? LIMIT 1 LOCK IN SHARE MODE',
      [brandId, name, except],
    );
    return row !== undefined;
  }

  async insert(tx: Tx, segment: Omit<Segment, 'id' | 'expression'>): Promise<number> {
    const { brandId, name, kind, version, members, countedAt, createdAt } = segment;
    const { insertId } = await tx.execute(
      `INSERT INTO segment (brand_id, name, kind, version, members, counted_at, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [brandId, name, kind, version, members, countedAt, createdAt],
    );
    return insertId;
  }

  async insertVersion(
    tx: Tx,
    id: number,
    {
      version,
      expression,
      adminId,
      at,
    }: { version: number; expression: SegmentExpression; adminId: number; at: Date },
  ): Promise<void> {
    await tx.execute(
      'INSERT INTO segment_version (segment_id, version, expression, admin_id, at) VALUES (?, ?, ?, ?, ?)',
      [id, version, JSON.stringify(expression), adminId, at],
    );
  }

  async update(
    tx: Tx,
    id: number,
    { name, version, members, countedAt }: Pick<Segment, 'name' | 'version' | 'members' | 'countedAt'>,
  ): Promise<void> {
    await tx.execute('UPDATE segment SET name = ?, version = ?, members = ?, counted_at = ? WHERE id = ?', [
      name,
      version,
      members,
      countedAt,
      id,
    ]);
  }

  async archive(tx: Tx, id: number, at: Date): Promise<void> {
    await tx.execute('UPDATE segment SET archived_at = ? WHERE id = ?', [at, id]);
  }

  async freeze(tx: Tx, id: number, { block, members }: AudienceBlock): Promise<void> {
    await tx.execute('INSERT INTO segment_block (segment_id, block, members, content) VALUES (?, ?, ?, ?)', [
      id,
      block,
      members.count,
      members.toBytes(),
    ]);
  }

  /** Who is in a frozen segment, from this block on. */
  async frozen(reader: Reader, id: number, fromBlock = 0): Promise<AudienceBlock[]> {
    const rows = await reader.query<{ block: number; content: Buffer }>(
      'SELECT block, content FROM segment_block WHERE segment_id = ? AND block >= ? ORDER BY block',
      [id, fromBlock],
    );
    return rows.map(({ block, content }) => ({ block, members: Block.fromBytes(content) }));
  }
}

function toSegment({ expression, ...row }: SegmentRow): Segment {
  return {
    ...row,
    expression: typeof expression === 'string' ? (JSON.parse(expression) as SegmentExpression) : expression,
  };
}
