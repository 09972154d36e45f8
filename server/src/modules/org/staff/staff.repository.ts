import { Injectable } from '@nestjs/common';
import type { StaffRole } from '@regulars/shared';
import { placeholders, rowPlaceholders, type Reader, type Tx } from '../../../platform/database/index.js';
import { toWorkplaces, type Workplace, type WorkplaceRow } from './workplace.js';

const WORKPLACE = `
  SELECT s.id AS staffId, s.brand_id AS brandId, s.name, s.role, s.member_id AS memberId,
         st.id AS storeId, st.name AS storeName
  FROM staff s
  LEFT JOIN staff_store x ON x.staff_id = s.id
  LEFT JOIN store st ON st.id = x.store_id AND st.archived_at IS NULL`;

export interface StaffHandle {
  readonly id: number;
  readonly brandId: number;
  readonly memberId: number | null;
}

@Injectable()
export class StaffRepository {
  async ofMember(reader: Reader, memberId: number): Promise<Workplace | undefined> {
    const rows = await reader.query<WorkplaceRow>(`${WORKPLACE} WHERE s.member_id = ? ORDER BY st.id`, [
      memberId,
    ]);
    return toWorkplaces(rows)[0];
  }

  async find(reader: Reader, staffId: number): Promise<Workplace | undefined> {
    const rows = await reader.query<WorkplaceRow>(`${WORKPLACE} WHERE s.id = ? ORDER BY st.id`, [staffId]);
    return toWorkplaces(rows)[0];
  }

  /** People working for the brand now, by id. */
  async page(reader: Reader, brandId: number, afterId: number, count: number): Promise<Workplace[]> {
    const rows = await reader.query<WorkplaceRow>(
      `${WORKPLACE}
       JOIN (SELECT id FROM staff WHERE brand_id = ? AND ended_at IS NULL AND id > ? ORDER BY id LIMIT ${count}) page
         ON page.id = s.id
       ORDER BY s.id, st.id`,
      [brandId, afterId],
    );
    return toWorkplaces(rows);
  }

  /** Also of those who have left. */
  async names(reader: Reader, staffIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
    if (staffIds.length === 0) {
      return new Map();
    }
    const rows = await reader.query<{ id: number; name: string }>(
      `SELECT id, name FROM staff WHERE id IN (${placeholders(staffIds.length)})`,
      staffIds,
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async insert(tx: Tx, staff: { brandId: number; name: string; role: StaffRole; at: Date }): Promise<number> {
    const { insertId } = await tx.execute(
      'INSERT INTO staff (brand_id, name, role, created_at) VALUES (?, ?, ?, ?)',
      [staff.brandId, staff.name, staff.role, staff.at],
    );
    return insertId;
  }

  async putInStores(tx: Tx, staffId: number, storeIds: readonly number[]): Promise<void> {
    await tx.execute(
      `INSERT INTO staff_store (staff_id, store_id) VALUES ${rowPlaceholders(storeIds.length, 2)}`,
      storeIds.flatMap((storeId) => [staffId, storeId]),
    );
  }

  /** How many of these are live stores of the brand. */
  async countStores(tx: Tx, brandId: number, storeIds: readonly number[]): Promise<number> {
    const row = await tx.one<{ count: number }>(
      `SELECT COUNT(*) AS count FROM store
       WHERE brand_id = ? AND archived_at IS NULL AND id IN (${placeholders(storeIds.length)})`,
      [brandId, ...storeIds],
    );
    return row?.count ?? 0;
  }

  /** Somebody working for one of these brands, locked until the transaction ends. */
  async lock(tx: Tx, staffId: number, brandIds: readonly number[]): Promise<StaffHandle | undefined> {
    if (brandIds.length === 0) {
      return undefined;
    }
    return tx.one<StaffHandle>(
      `SELECT id, brand_id AS brandId, member_id AS memberId FROM staff
       WHERE id = ? AND ended_at IS NULL AND brand_id IN (${placeholders(brandIds.length)}) FOR UPDATE`,
      [staffId, ...brandIds],
    );
  }

  /** False when somebody else is bound already or the work has ended. A member who works elsewhere is a duplicate key. */
  async bind(tx: Tx, staffId: number, memberId: number): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      'UPDATE staff SET member_id = ? WHERE id = ? AND member_id IS NULL AND ended_at IS NULL',
      [memberId, staffId],
    );
    return affectedRows === 1;
  }

  async end(tx: Tx, staffId: number, at: Date): Promise<void> {
    await tx.execute('UPDATE staff SET member_id = NULL, ended_at = ? WHERE id = ?', [at, staffId]);
  }

  async endOfMember(tx: Tx, memberId: number, at: Date): Promise<void> {
    await tx.execute('UPDATE staff SET member_id = NULL, ended_at = ? WHERE member_id = ?', [at, memberId]);
  }
}
