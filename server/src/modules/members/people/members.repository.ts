import { Injectable } from '@nestjs/common';
import { placeholders, type Reader, type Tx } from '../../../platform/database/index.js';

export interface MemberRow {
  readonly id: number;
  readonly phoneSealed: string | null;
  readonly nameSealed: string | null;
  readonly birthdaySealed: string | null;
  readonly createdAt: Date;
}

export interface SealedProfile {
  readonly nameSealed?: string;
  readonly birthdaySealed?: string;
}

const LIVING = `
  SELECT id, phone_sealed AS phoneSealed, name_sealed AS nameSealed, birthday_sealed AS birthdaySealed,
         created_at AS createdAt
  FROM member WHERE erased_at IS NULL`;

@Injectable()
export class MembersRepository {
  find(reader: Reader, memberId: number): Promise<MemberRow | undefined> {
    return reader.one<MemberRow>(`${LIVING} AND id = ?`, [memberId]);
  }

  async many(reader: Reader, memberIds: readonly number[]): Promise<MemberRow[]> {
    return memberIds.length === 0
      ? []
      : reader.query<MemberRow>(`${LIVING} AND id IN (${placeholders(memberIds.length)})`, memberIds);
  }

  /** False when the member is gone. Held until the transaction ends, so that erasure waits or has happened. */
  async lock(tx: Tx, memberId: number): Promise<boolean> {
    const row = await tx.one('SELECT id FROM member WHERE id = ? AND erased_at IS NULL FOR UPDATE', [
      memberId,
    ]);
    return row !== undefined;
  }

  async lockByUnionid(tx: Tx, unionid: string): Promise<number | undefined> {
    const row = await tx.one<{ id: number }>('SELECT id FROM member WHERE unionid = ? FOR UPDATE', [unionid]);
    return row?.id;
  }

  async insert(tx: Tx, unionid: string | null, at: Date): Promise<number> {
    const { insertId } = await tx.execute('INSERT INTO member (unionid, created_at) VALUES (?, ?)', [
      unionid,
      at,
    ]);
    return insertId;
  }

  async rememberUnionid(tx: Tx, memberId: number, unionid: string): Promise<void> {
    await tx.execute('UPDATE member SET unionid = ? WHERE id = ? AND unionid IS NULL AND erased_at IS NULL', [
      unionid,
      memberId,
    ]);
  }

  /**
   * The next dense number. Whoever joins waits here for whoever is joining, so this comes last; a transaction
   * that fails gives its number back.
   */
  async giveNumber(tx: Tx, memberId: number): Promise<void> {
    const { insertId: number } = await tx.execute(
      'UPDATE member_counter SET value = LAST_INSERT_ID(value + 1) WHERE id = 1',
    );
    await tx.execute('UPDATE member SET number = ? WHERE id = ?', [number, memberId]);
  }

  /** Another member's phone is a duplicate key. */
  async setPhone(tx: Tx, memberId: number, phone: { sealed: string; index: string }): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      'UPDATE member SET phone_sealed = ?, phone_index = ? WHERE id = ? AND erased_at IS NULL',
      [phone.sealed, phone.index, memberId],
    );
    return affectedRows === 1;
  }

  async setProfile(
    tx: Tx,
    memberId: number,
    { nameSealed, birthdaySealed }: SealedProfile,
  ): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE member SET name_sealed = COALESCE(?, name_sealed), birthday_sealed = COALESCE(?, birthday_sealed)
       WHERE id = ? AND erased_at IS NULL`,
      [nameSealed ?? null, birthdaySealed ?? null, memberId],
    );
    return affectedRows === 1;
  }

  /** False when it has been done before. */
  async erase(tx: Tx, memberId: number, at: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE member
       SET unionid = NULL, phone_sealed = NULL, phone_index = NULL, name_sealed = NULL, birthday_sealed = NULL, erased_at = ?
       WHERE id = ? AND erased_at IS NULL`,
      [at, memberId],
    );
    return affectedRows === 1;
  }
}
