import { Injectable } from '@nestjs/common';
import type { Reader, Tx } from '../../../platform/database/index.js';

export interface SignIn {
  readonly memberId: number;
  readonly brandId: number;
  readonly businessDay: string;
  /** Days in a row, this one included. */
  readonly streak: number;
  readonly points: number;
}

const COLUMNS = 'member_id AS memberId, brand_id AS brandId, business_day AS businessDay, streak, points';

@Injectable()
export class SignInsRepository {
  find(reader: Reader, memberId: number, brandId: number, day: string): Promise<SignIn | undefined> {
    return reader.one<SignIn>(
      `SELECT ${COLUMNS} FROM sign_in WHERE member_id = ? AND brand_id = ? AND business_day = ?`,
      [memberId, brandId, day],
    );
  }

  between(reader: Reader, memberId: number, brandId: number, from: string, to: string): Promise<SignIn[]> {
    return reader.query<SignIn>(
      `SELECT ${COLUMNS} FROM sign_in
        WHERE member_id = ? AND brand_id = ? AND business_day BETWEEN ? AND ? ORDER BY business_day`,
      [memberId, brandId, from, to],
    );
  }

  /** @throws a duplicate key error for the second of a day */
  async add(
    tx: Tx,
    { memberId, brandId, businessDay, streak }: Omit<SignIn, 'points'>,
    at: Date,
  ): Promise<void> {
    await tx.execute(
      'INSERT INTO sign_in (member_id, brand_id, business_day, streak, points, at) VALUES (?, ?, ?, ?, 0, ?)',
      [memberId, brandId, businessDay, streak, at],
    );
  }

  async setPoints(tx: Tx, { memberId, brandId, businessDay, points }: Omit<SignIn, 'streak'>): Promise<void> {
    await tx.execute(
      'UPDATE sign_in SET points = ? WHERE member_id = ? AND brand_id = ? AND business_day = ?',
      [points, memberId, brandId, businessDay],
    );
  }
}
