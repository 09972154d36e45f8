import type { Connection, RowDataPacket } from 'mysql2/promise';
import { BLOCK_SIZE, Block } from '@regulars/server/modules/audience/domain/block';
import type { Rule } from '../check.js';

export const AUDIENCE: Rule = {
  number: 13,
  name: 'Whoever has a tag is in its set, and nobody else',
  checks: [
    {
      claim: 'the set of every tag has exactly the members whose rows say so',
      counted: 'SELECT COUNT(*) AS n FROM member_tag',
      violations: async (connection) => {
        const [tags] = await connection.query<RowDataPacket[]>('SELECT id, brand_id FROM tag ORDER BY id');
        const differing: Record<string, unknown>[] = [];
        for (const tag of tags) {
          differing.push(...(await differences(connection, Number(tag['id']), Number(tag['brand_id']))));
        }
        return differing;
      },
    },
    {
      claim: 'the last line of history agrees with who has a tag now',
      counted: 'SELECT COUNT(*) AS n FROM member_tag_event',
      violations: `
        SELECT last.tag_id, last.member_id, event.action, held.tag_id IS NOT NULL AS held
          FROM (SELECT tag_id, member_id, MAX(id) AS id FROM member_tag_event GROUP BY tag_id, member_id) last
          JOIN member_tag_event event ON event.id = last.id
          LEFT JOIN member_tag held ON held.tag_id = last.tag_id AND held.member_id = last.member_id
         WHERE (event.action IN ('given', 'renewed')) <> (held.tag_id IS NOT NULL)`,
    },
    {
      claim: 'a member has one tag of an exclusive group at most',
      counted: 'SELECT COUNT(*) AS n FROM tag_group WHERE exclusive = 1',
      violations: `
        SELECT held.group_id, held.member_id, COUNT(*) AS tags
          FROM member_tag held JOIN tag_group ON tag_group.id = held.group_id AND tag_group.exclusive = 1
         GROUP BY held.group_id, held.member_id HAVING COUNT(*) > 1`,
    },
  ],
};

/** Members whom rows and set don't agree on. */
async function differences(
  connection: Connection,
  tagId: number,
  brandId: number,
): Promise<Record<string, unknown>[]> {
  const [rows] = await connection.query<RowDataPacket[]>(
    `SELECT member.number FROM member_tag JOIN member ON member.id = member_tag.member_id
      WHERE member_tag.tag_id = ? ORDER BY member.number`,
    [tagId],
  );
  const expected = new Set(rows.map((row) => Number(row['number'])));
  const actual = await membersOf(connection, tagId, brandId);
  return [
    ...[...expected]
      .filter((number) => !actual.has(number))
      .map((number) => ({ tagId, number, missing: 'in the set' })),
    ...[...actual]
      .filter((number) => !expected.has(number))
      .map((number) => ({ tagId, number, missing: 'in the rows' })),
  ];
}

/** What is folded, with what is not. */
async function membersOf(connection: Connection, tagId: number, brandId: number): Promise<Set<number>> {
  const members = new Set<number>();
  const named = "kind = 'tag' AND owner_kind = 'brand' AND owner_id = ? AND set_key = ?";
  const [blocks] = await connection.query<RowDataPacket[]>(
    `SELECT block, content FROM member_set_block JOIN member_set ON member_set.id = set_id WHERE ${named}`,
    [brandId, String(tagId)],
  );
  for (const { block, content } of blocks as { block: number; content: Buffer }[]) {
    Block.fromBytes(content)
      .offsets()
      .forEach((offset) => members.add(block * BLOCK_SIZE + offset));
  }
  const [changes] = await connection.query<RowDataPacket[]>(
    `SELECT block, member_offset, value FROM member_set_change JOIN member_set ON member_set.id = set_id WHERE ${named}`,
    [brandId, String(tagId)],
  );
  for (const row of changes as { block: number; member_offset: number; value: number | null }[]) {
    const number = row.block * BLOCK_SIZE + row.member_offset;
    if (row.value === null) {
      members.delete(number);
    } else {
      members.add(number);
    }
  }
  return members;
}
