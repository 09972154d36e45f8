import { Injectable } from '@nestjs/common';
import {
  JoinedReads,
  placeholders,
  type Reader,
  type SqlValue,
  type Tx,
} from '../../../platform/database/index.js';

/** A member's card with a brand. */
export interface Membership {
  readonly id: number;
  readonly memberId: number;
  readonly brandId: number;
  readonly cardNo: string;
  readonly joinedAt: Date;
  /** The door they came in by. */
  readonly liveCodeId: number | null;
  readonly storeId: number | null;
}

export interface NewMembership {
  readonly memberId: number;
  readonly brandId: number;
  readonly cardNo: string;
  readonly liveCodeId: number | null;
  readonly storeId: number | null;
  readonly at: Date;
}

export interface MembershipFilter {
  readonly phoneIndex?: string;
  readonly cardNo?: string;
}

const ACTIVE = `
  SELECT s.id, s.member_id AS memberId, s.brand_id AS brandId, s.card_no AS cardNo, s.joined_at AS joinedAt,
         s.live_code_id AS liveCodeId, s.store_id AS storeId
  FROM membership s`;

type MemberOfBrand = Pick<Membership, 'memberId' | 'brandId'>;

const nameOf = ({ memberId, brandId }: MemberOfBrand): string => `${memberId} ${brandId}`;

@Injectable()
export class MembershipsRepository {
  private readonly cards = new JoinedReads<MemberOfBrand, Membership>(nameOf, async (reader, wanted) => {
    const rows = await reader.query<Membership>(
      `${ACTIVE} WHERE s.member_id IN (${placeholders(wanted.length)}) AND s.brand_id IN (${placeholders(wanted.length)})
         AND s.status = 'active'`,
      [...wanted.map(({ memberId }) => memberId), ...wanted.map(({ brandId }) => brandId)],
    );
    return new Map(rows.map((row) => [nameOf(row), row]));
  });

  find(reader: Reader, memberId: number, brandId: number): Promise<Membership | undefined> {
    return this.cards.of(reader, { memberId, brandId });
  }

  private readonly held = new JoinedReads<MemberOfBrand, true>(nameOf, async (tx, wanted) => {
    const rows = await tx.query<MemberOfBrand>(
      `SELECT member_id AS memberId, brand_id AS brandId FROM membership
        WHERE member_id IN (${placeholders(wanted.length)}) AND brand_id IN (${placeholders(wanted.length)})
          AND status = 'active' ORDER BY member_id, brand_id FOR UPDATE`,
      [...wanted.map(({ memberId }) => memberId), ...wanted.map(({ brandId }) => brandId)],
    );
    return new Map(rows.map((row) => [nameOf(row), true]));
  });

  /** Locked until the transaction ends; false when there is none. */
  async hold(tx: Tx, memberId: number, brandId: number): Promise<boolean> {
    return (await this.held.of(tx, { memberId, brandId })) ?? false;
  }

  byId(reader: Reader, membershipId: number): Promise<Membership | undefined> {
    return reader.one<Membership>(`${ACTIVE} WHERE s.id = ? AND s.status = 'active'`, [membershipId]);
  }

  ofMember(reader: Reader, memberId: number): Promise<Membership[]> {
    return reader.query<Membership>(`${ACTIVE} WHERE s.member_id = ? AND s.status = 'active' ORDER BY s.id`, [
      memberId,
    ]);
  }

  async lock(tx: Tx, brandId: number, memberIds: readonly number[]): Promise<void> {
    if (memberIds.length > 0) {
      await tx.query(
        `SELECT id FROM membership WHERE brand_id = ? AND member_id IN (${placeholders(memberIds.length)})
          ORDER BY member_id FOR UPDATE`,
        [brandId, ...memberIds],
      );
    }
  }

  async brandsEver(reader: Reader, memberId: number): Promise<number[]> {
    const rows = await reader.query<{ brandId: number }>(
      'SELECT brand_id AS brandId FROM membership WHERE member_id = ? ORDER BY brand_id',
      [memberId],
    );
    return rows.map(({ brandId }) => brandId);
  }

  async joinedSince(reader: Reader, brandId: number, since: Date): Promise<number> {
    const row = await reader.one<{ joined: number }>(
      "SELECT COUNT(*) AS joined FROM membership WHERE brand_id = ? AND status = 'active' AND joined_at >= ?",
      [brandId, since],
    );
    return row?.joined ?? 0;
  }

  /** Of many members with these brands, in one statement. */
  async ofMembers(
    reader: Reader,
    memberIds: readonly number[],
    brandIds: readonly number[],
  ): Promise<Membership[]> {
    return memberIds.length === 0 || brandIds.length === 0
      ? []
      : reader.query<Membership>(
          `${ACTIVE} WHERE s.member_id IN (${placeholders(memberIds.length)})
              AND s.brand_id IN (${placeholders(brandIds.length)}) AND s.status = 'active'`,
          [...memberIds, ...brandIds],
        );
  }

  after(
    reader: Reader,
    brandId: number,
    { joinedFrom, afterId, limit }: { joinedFrom: Date | null; afterId: number; limit: number },
  ): Promise<{ id: number; memberId: number }[]> {
    return reader.query(
      `SELECT id, member_id AS memberId FROM membership
        WHERE brand_id = ? AND id > ? AND status = 'active' AND joined_at >= ? ORDER BY id LIMIT ?`,
      [brandId, afterId, joinedFrom ?? new Date('1970-01-01T00:00:01Z'), limit],
    );
  }

  /** Newest first, before the membership `beforeId`. */
  page(
    reader: Reader,
    brandId: number,
    { phoneIndex, cardNo }: MembershipFilter,
    beforeId: number,
    count: number,
  ): Promise<Membership[]> {
    const conditions: [sql: string, value: SqlValue][] = [];
    if (cardNo !== undefined) {
      conditions.push(['s.card_no = ?', cardNo]);
    }
    if (phoneIndex !== undefined) {
      conditions.push(['s.member_id = (SELECT m.id FROM member m WHERE m.phone_index = ?)', phoneIndex]);
    }
    return reader.query<Membership>(
      `${ACTIVE}
       WHERE s.brand_id = ? AND s.status = 'active' AND s.id < ? ${conditions.map(([sql]) => `AND ${sql}`).join(' ')}
       ORDER BY s.id DESC LIMIT ${count}`,
      [brandId, beforeId, ...conditions.map(([, value]) => value)],
    );
  }

  /** A second membership with the brand, or a card number that is taken, is a duplicate key. */
  async insert(tx: Tx, membership: NewMembership): Promise<void> {
    await tx.execute(
      `INSERT INTO membership (member_id, brand_id, card_no, joined_at, live_code_id, store_id)
       VALUES (?, ?, ?, ?, ?, ?)`,
      [
        membership.memberId,
        membership.brandId,
        membership.cardNo,
        membership.at,
        membership.liveCodeId,
        membership.storeId,
      ],
    );
  }

  async closeOf(tx: Tx, memberId: number, at: Date): Promise<void> {
    await tx.execute(
      "UPDATE membership SET status = 'closed', closed_at = ? WHERE member_id = ? AND status = 'active'",
      [at, memberId],
    );
  }
}
