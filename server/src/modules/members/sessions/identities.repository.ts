import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../../platform/database/index.js';

export interface Identity {
  readonly id: number;
  readonly appId: string;
  readonly openid: string;
  readonly unionid: string | null;
  readonly memberId: number | null;
}

export interface KnownIdentity {
  readonly appId: string;
  readonly openid: string;
  readonly createdAt: Date;
}

const LIVING = `
  SELECT id, app_id AS appId, openid, unionid, member_id AS memberId
  FROM identity`;

@Injectable()
export class IdentitiesRepository {
  find(reader: Reader, identityId: number): Promise<Identity | undefined> {
    return reader.one<Identity>(`${LIVING} WHERE id = ? AND erased_at IS NULL`, [identityId]);
  }

  byOpenid(reader: Reader, appId: string, openid: string): Promise<Identity | undefined> {
    return reader.one<Identity>(`${LIVING} WHERE app_id = ? AND openid = ?`, [appId, openid]);
  }

  /** Locked until the transaction ends, so that whoever joins with it joins once. */
  lock(tx: Tx, identityId: number): Promise<Identity | undefined> {
    return tx.one<Identity>(`${LIVING} WHERE id = ? AND erased_at IS NULL FOR UPDATE`, [identityId]);
  }

  /** Does nothing when the identity is known already, also when a parallel sign-in was faster. */
  async add(
    tx: Tx,
    identity: { appId: string; openid: string; unionid: string | null; at: Date },
  ): Promise<void> {
    await tx.execute(
      `INSERT INTO identity (app_id, openid, unionid, created_at) VALUES (?, ?, ?, ?)
       ON DUPLICATE KEY UPDATE unionid = COALESCE(unionid, VALUES(unionid))`,
      [identity.appId, identity.openid, identity.unionid, identity.at],
    );
  }

  async link(tx: Tx, identityId: number, memberId: number): Promise<void> {
    await tx.execute('UPDATE identity SET member_id = ? WHERE id = ? AND erased_at IS NULL', [
      memberId,
      identityId,
    ]);
  }

  /** The identities themselves stay as empty rows: their tokens name them and must find nothing. */
  async eraseOf(tx: Tx, memberId: number, at: Date): Promise<number[]> {
    const rows = await tx.query<{ id: number }>('SELECT id FROM identity WHERE member_id = ? FOR UPDATE', [
      memberId,
    ]);
    await tx.execute(
      'UPDATE identity SET openid = NULL, unionid = NULL, member_id = NULL, erased_at = ? WHERE member_id = ?',
      [at, memberId],
    );
    return rows.map(({ id }) => id);
  }

  /** How a member reaches us, oldest first. */
  ofMember(reader: Reader, memberId: number): Promise<KnownIdentity[]> {
    return reader.query<KnownIdentity>(
      'SELECT app_id AS appId, openid, created_at AS createdAt FROM identity WHERE member_id = ? ORDER BY id',
      [memberId],
    );
  }
}
