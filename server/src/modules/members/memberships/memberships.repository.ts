import { Injectable } from '@nestjs/common';
import type { Reader, SqlValue, Tx } from '../../../platform/database/index.js';

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

@Injectable()
export class MembershipsRepository {
  find(reader: Reader, memberId: number, brandId: number): Promise<Membership | undefined> {
    return reader.one<Membership>(
      `${ACTIVE} WHERE s.member_id = ? AND s.brand_id = ? AND s.status = 'active'`,
      [memberId, brandId],
    );
  }

  byId(reader: Reader, membershipId: number): Promise<Membership | undefined> {
    return reader.one<Membership>(`${ACTIVE} WHERE s.id = ? AND s.status = 'active'`, [membershipId]);
  }

  ofMember(reader: Reader, memberId: number): Promise<Membership[]> {
    return reader.query<Membership>(`${ACTIVE} WHERE s.member_id = ? AND s.status = 'active' ORDER BY s.id`, [
      memberId,
    ]);
  }

  async joinedSince(reader: Reader, brandId: number, since: Date): Promise<number> {
    const row = await reader.one<{ joined: number }>(
      "SELECT COUNT(*) AS joined FROM membership WHERE brand_id = ? AND status = 'active' AND joined_at >= ?",
      [brandId, since],
    );
    return row?.joined ?? 0;
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
