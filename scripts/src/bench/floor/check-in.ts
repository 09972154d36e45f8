import { businessDayOf } from '@regulars/server/platform/clock/business-day';
import { distanceM } from '@regulars/server/modules/org/domain/distance';
import { toPublicId } from '@regulars/server/platform/ids/public-id';
import { BRAND } from '../data/town.js';
import type { FloorDatabase } from './database.js';
import type { Facts } from './facts.js';
import { Refused } from './refused.js';
import type { Caller } from './session.js';

export interface CheckInBody {
  readonly storeCode: string;
  readonly lat: number;
  readonly lng: number;
}

/** The visit and its points in one transaction. */
export async function checkIn(
  database: FloorDatabase,
  facts: Facts,
  { memberId }: Caller,
  { storeCode, lat, lng }: CheckInBody,
): Promise<object> {
  const store = [...facts.stores.values()].find(({ code }) => code === storeCode);
  const distance = store && Math.round(distanceM({ lat, lng }, store));
  if (!store || distance === undefined || distance > store.radiusM) {
    throw new Refused(409, 'Not in a store');
  }
  const now = new Date();
  const businessDay = businessDayOf(now);
  const { checkInPoints: points, issuedPointsAccountId: issuedId } = facts;
  return database.transaction(async (tx) => {
    const [membership] = await tx.rows<{ id: number }>(
      "SELECT id FROM membership WHERE member_id = ? AND brand_id = ? AND status = 'active'",
      [memberId, BRAND.id],
    );
    if (!membership) {
      throw new Refused(403, 'Not a member');
    }
    const { insertId: checkInId } = await tx.write(
      `INSERT INTO check_in (member_id, brand_id, store_id, business_day, kind, staff_id, distance_m, points, at)
       VALUES (?, ?, ?, ?, 'customer', NULL, ?, ?, ?)`,
      [memberId, BRAND.id, store.id, businessDay, distance, points, now],
    );
    const [account] = await tx.rows<{ id: number; balance: number }>(
      `SELECT id, balance FROM ledger_account
        WHERE owner_kind = 'member' AND owner_id = ? AND program_id = ? AND unit = 'points' AND role = 'available'
          FOR UPDATE`,
      [memberId, facts.programId],
    );
    if (!account) {
      throw new Refused(409, 'No account');
    }
    const { insertId: transferId } = await tx.write(
      `INSERT INTO ledger_transfer (program_id, unit, from_account_id, to_account_id, amount, cause_kind, cause_id,
         cause_key, part, text, reverses_transfer_id, business_day, at)
       VALUES (?, 'points', ?, ?, ?, 'check-in.made', ?, ?, 0, ?, NULL, ?, ?)`,
      [
        facts.programId,
        issuedId,
        account.id,
        points,
        checkInId,
        `check-in.made:${checkInId}:points`,
        `到店签到：${store.name}`,
        businessDay,
        now,
      ],
    );
    await tx.write(
      'INSERT INTO ledger_entry (transfer_id, account_id, amount, balance_after) VALUES (?, ?, ?, ?), (?, ?, ?, NULL)',
      [transferId, account.id, points, account.balance + points, transferId, issuedId, -points],
    );
    await tx.write(
      'INSERT INTO ledger_lot (account_id, transfer_id, amount, remaining, expires_at) VALUES (?, ?, ?, ?, NULL)',
      [account.id, transferId, points, points],
    );
    await tx.write('UPDATE ledger_account SET balance = balance + ? WHERE id = ?', [points, account.id]);
    return {
      id: toPublicId('check-in', checkInId),
      store: { id: toPublicId('store', store.id), name: store.name },
      businessDay,
      kind: 'customer',
      points,
      at: now.toISOString(),
    };
  });
}
