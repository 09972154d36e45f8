import { Injectable } from '@nestjs/common';
import { placeholders, type Reader, type Tx } from '../../../platform/database/index.js';

export interface NewInvitation {
  readonly staffId: number;
  readonly codeHash: string;
  readonly adminId: number;
  readonly at: Date;
  readonly expiresAt: Date;
}

interface AcceptedInvitation {
  staffId: number;
  acceptedBy: number | null;
}

@Injectable()
export class StaffInvitationsRepository {
  async insert(tx: Tx, invitation: NewInvitation): Promise<void> {
    await tx.execute(
      `INSERT INTO staff_invitation (staff_id, code_hash, invited_by_admin_id, created_at, expires_at)
       VALUES (?, ?, ?, ?, ?)`,
      [invitation.staffId, invitation.codeHash, invitation.adminId, invitation.at, invitation.expiresAt],
    );
  }

  async revokeOpen(tx: Tx, staffId: number, at: Date): Promise<void> {
    await tx.execute(
      'UPDATE staff_invitation SET revoked_at = ? WHERE staff_id = ? AND accepted_at IS NULL AND revoked_at IS NULL',
      [at, staffId],
    );
  }

  /** Uses the code up: of all who try, one gets true. */
  async take(tx: Tx, codeHash: string, memberId: number, at: Date): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      `UPDATE staff_invitation SET accepted_at = ?, accepted_by_member_id = ?
       WHERE code_hash = ? AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > ?`,
      [at, memberId, codeHash, at],
    );
    return affectedRows === 1;
  }

  byCode(tx: Tx, codeHash: string): Promise<AcceptedInvitation | undefined> {
    return tx.one<AcceptedInvitation>(
      'SELECT staff_id AS staffId, accepted_by_member_id AS acceptedBy FROM staff_invitation WHERE code_hash = ?',
      [codeHash],
    );
  }

  /** Until when each of these people can still accept; those without an open invitation are absent. */
  async openUntil(
    reader: Reader,
    staffIds: readonly number[],
    now: Date,
  ): Promise<ReadonlyMap<number, Date>> {
    if (staffIds.length === 0) {
      return new Map();
    }
    const rows = await reader.query<{ staffId: number; expiresAt: Date }>(
      `SELECT staff_id AS staffId, expires_at AS expiresAt FROM staff_invitation
       WHERE staff_id IN (${placeholders(staffIds.length)})
         AND accepted_at IS NULL AND revoked_at IS NULL AND expires_at > ?`,
      [...staffIds, now],
    );
    return new Map(rows.map(({ staffId, expiresAt }) => [staffId, expiresAt]));
  }
}
