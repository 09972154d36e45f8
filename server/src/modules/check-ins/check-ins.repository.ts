import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/index.js';
import type { CheckIn } from './check-in.entity.js';

@Injectable()
export class CheckInsRepository {
  /** A second one of the day is a duplicate key. */
  async insert(tx: Tx, checkIn: Omit<CheckIn, 'id'>): Promise<CheckIn> {
    const { insertId } = await tx.execute(
      `INSERT INTO check_in (member_id, brand_id, store_id, business_day, kind, staff_id, distance_m, points, at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        checkIn.memberId,
        checkIn.brandId,
        checkIn.storeId,
        checkIn.businessDay,
        checkIn.kind,
        checkIn.staffId,
        checkIn.distanceM,
        checkIn.points,
        checkIn.at,
      ],
    );
    return { ...checkIn, id: insertId };
  }

  /** A second use of a card's code is a duplicate key. */
  async useCode(tx: Tx, use: { membershipId: number; window: number; checkInId: number }): Promise<void> {
    await tx.execute(
      'INSERT INTO check_in_code_use (membership_id, code_window, check_in_id) VALUES (?, ?, ?)',
      [use.membershipId, use.window, use.checkInId],
    );
  }
}
