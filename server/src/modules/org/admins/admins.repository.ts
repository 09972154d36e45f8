import { Injectable } from '@nestjs/common';
import type { AdminRole } from '@regulars/shared';
import { placeholders, rowPlaceholders, type Reader, type Tx } from '../../../platform/database/index.js';

export interface AdminCredentials {
  readonly id: number;
  readonly passwordHash: string;
  readonly totpSealed: string;
}

export interface NewAdminRow {
  readonly email: string;
  readonly name: string;
  readonly role: AdminRole;
  readonly everyBrand: boolean;
  readonly passwordHash: string;
  readonly totpSealed: string;
  readonly at: Date;
}

export interface SessionRow {
  readonly adminId: number;
  readonly name: string;
  readonly role: AdminRole;
  readonly everyBrand: 0 | 1;
  readonly createdAt: Date;
  readonly seenAt: Date;
}

@Injectable()
export class AdminsRepository {
  /** What a sign-in is checked against; undefined for an unknown or disabled account. */
  credentials(reader: Reader, email: string): Promise<AdminCredentials | undefined> {
    return reader.one<AdminCredentials>(
      `SELECT id, password_hash AS passwordHash, totp_sealed AS totpSealed
       FROM admin_user WHERE email = ? AND disabled_at IS NULL`,
      [email],
    );
  }

  email(reader: Reader, adminId: number): Promise<{ email: string } | undefined> {
    return reader.one<{ email: string }>('SELECT email FROM admin_user WHERE id = ?', [adminId]);
  }

  async names(reader: Reader, adminIds: readonly number[]): Promise<ReadonlyMap<number, string>> {
    if (adminIds.length === 0) {
      return new Map();
    }
    const rows = await reader.query<{ id: number; name: string }>(
      `SELECT id, name FROM admin_user WHERE id IN (${placeholders(adminIds.length)})`,
      adminIds,
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  async insert(tx: Tx, admin: NewAdminRow): Promise<number> {
    const { insertId } = await tx.execute(
      `INSERT INTO admin_user (email, name, role, every_brand, password_hash, totp_sealed, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [admin.email, admin.name, admin.role, admin.everyBrand, admin.passwordHash, admin.totpSealed, admin.at],
    );
    return insertId;
  }

  async giveBrands(tx: Tx, adminId: number, brandIds: readonly number[]): Promise<void> {
    await tx.execute(
      `INSERT INTO admin_brand (admin_id, brand_id) VALUES ${rowPlaceholders(brandIds.length, 2)}`,
      brandIds.flatMap((brandId) => [adminId, brandId]),
    );
  }

  /** Uses up a one-time code: false when this code, or a later one, has been used before. */
  async useStep(tx: Tx, adminId: number, step: number): Promise<boolean> {
    const { affectedRows } = await tx.execute(
      'UPDATE admin_user SET last_used_step = ? WHERE id = ? AND last_used_step < ? AND disabled_at IS NULL',
      [step, adminId, step],
    );
    return affectedRows === 1;
  }

  async openSession(tx: Tx, tokenHash: string, adminId: number, at: Date, expiresAt: Date): Promise<void> {
    await tx.execute(
      'INSERT INTO admin_session (token_hash, admin_id, created_at, seen_at, expires_at) VALUES (?, ?, ?, ?, ?)',
      [tokenHash, adminId, at, at, expiresAt],
    );
  }

  session(reader: Reader, tokenHash: string, now: Date): Promise<SessionRow | undefined> {
    return reader.one<SessionRow>(
      `SELECT a.id AS adminId, a.name, a.role, a.every_brand AS everyBrand, s.created_at AS createdAt, s.seen_at AS seenAt
       FROM admin_session s JOIN admin_user a ON a.id = s.admin_id
       WHERE s.token_hash = ? AND s.expires_at > ? AND a.disabled_at IS NULL`,
      [tokenHash, now],
    );
  }

  async brandsOf(reader: Reader, adminId: number): Promise<number[]> {
    const rows = await reader.query<{ brandId: number }>(
      'SELECT brand_id AS brandId FROM admin_brand WHERE admin_id = ? ORDER BY brand_id',
      [adminId],
    );
    return rows.map(({ brandId }) => brandId);
  }

  async noteSeen(tx: Tx, tokenHash: string, seenAt: Date, expiresAt: Date): Promise<void> {
    await tx.execute(
      'UPDATE admin_session SET seen_at = ?, expires_at = ? WHERE token_hash = ? AND seen_at < ?',
      [seenAt, expiresAt, tokenHash, seenAt],
    );
  }

  async closeSession(tx: Tx, tokenHash: string): Promise<void> {
    await tx.execute('DELETE FROM admin_session WHERE token_hash = ?', [tokenHash]);
  }

  async purge(tx: Tx, now: Date, rowsMax: number): Promise<void> {
    await tx.execute(`DELETE FROM admin_session WHERE expires_at <= ? ORDER BY expires_at LIMIT ${rowsMax}`, [
      now,
    ]);
    await tx.execute(
      `DELETE FROM sign_in_attempt WHERE window_ends_at <= ? ORDER BY window_ends_at LIMIT ${rowsMax}`,
      [now],
    );
  }
}
