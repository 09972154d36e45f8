import { Injectable } from '@nestjs/common';
import { placeholders, type Reader, type Tx } from '../../../platform/database/index.js';

export interface Scan {
  readonly liveCodeId: number;
  readonly identityId: number | null;
  readonly memberId: number | null;
  readonly storeId: number | null;
  readonly distanceM: number | null;
  readonly at: Date;
}

export interface ScanFigures {
  readonly scans: number;
  readonly joins: number;
}

@Injectable()
export class ScansRepository {
  async add(tx: Tx, scan: Scan & { membershipId?: number }): Promise<void> {
    await tx.execute(
      `INSERT INTO live_code_scan (live_code_id, identity_id, member_id, store_id, distance_m, membership_id, at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [
        scan.liveCodeId,
        scan.identityId,
        scan.memberId,
        scan.storeId,
        scan.distanceM,
        scan.membershipId ?? null,
        scan.at,
      ],
    );
  }

  /** A page that asks again, now knowing where it is, is the same scan. @returns false when there was none to refine */
  async refine(tx: Tx, scan: Scan & { identityId: number }, since: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE live_code_scan SET store_id = COALESCE(?, store_id), distance_m = COALESCE(?, distance_m)
        WHERE identity_id = ? AND live_code_id = ? AND membership_id IS NULL AND at >= ? ORDER BY id DESC LIMIT 1`,
      [scan.storeId, scan.distanceM, scan.identityId, scan.liveCodeId, since],
    );
    return affectedRows === 1;
  }

  /** The store the person was led to last. */
  async lastStoreOf(reader: Reader, identityId: number, liveCodeId: number): Promise<number | null> {
    const row = await reader.one<{ storeId: number | null }>(
      `SELECT store_id AS storeId FROM live_code_scan
        WHERE identity_id = ? AND live_code_id = ? AND store_id IS NOT NULL ORDER BY id DESC LIMIT 1`,
      [identityId, liveCodeId],
    );
    return row?.storeId ?? null;
  }

  /** Ties the person's latest scan to the membership it led to. @returns false when they never scanned signed in */
  async tie(
    tx: Tx,
    scan: { identityId: number; liveCodeId: number; memberId: number; membershipId: number },
  ): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE live_code_scan SET membership_id = ?, member_id = ?
        WHERE identity_id = ? AND live_code_id = ? AND membership_id IS NULL ORDER BY id DESC LIMIT 1`,
      [scan.membershipId, scan.memberId, scan.identityId, scan.liveCodeId],
    );
    return affectedRows === 1;
  }

  async figures(reader: Reader, liveCodeIds: readonly number[]): Promise<ReadonlyMap<number, ScanFigures>> {
    if (liveCodeIds.length === 0) {
      return new Map();
    }
    const rows = await reader.query<{ liveCodeId: number; scans: number; joins: number }>(
      `SELECT live_code_id AS liveCodeId, COUNT(*) AS scans, COUNT(membership_id) AS joins FROM live_code_scan
        WHERE live_code_id IN (${placeholders(liveCodeIds.length)}) GROUP BY live_code_id`,
      [...liveCodeIds],
    );
    return new Map(rows.map(({ liveCodeId, scans, joins }) => [liveCodeId, { scans, joins }]));
  }
}
