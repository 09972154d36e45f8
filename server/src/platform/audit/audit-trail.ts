import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import type { AuditEntry } from './audit.js';

export interface RecordedEntry extends Required<AuditEntry> {
  readonly id: number;
  readonly at: Date;
}

interface EntryRow {
  id: number;
  at: Date;
  actorKind: AuditEntry['actor']['kind'];
  actorId: number;
  brandId: number | null;
  action: string;
  subjectKind: string;
  subjectId: number;
  detail: string;
}

/** Reads what {@link Audit} wrote. */
@Injectable()
export class AuditTrail {
  constructor(private readonly database: Database) {}

  /** What happened in a brand, newest first, before the entry `beforeId`. */
  async ofBrand(brandId: number, beforeId: number, count: number): Promise<RecordedEntry[]> {
    const rows = await this.database.query<EntryRow>(
      `SELECT id, at, actor_kind AS actorKind, actor_id AS actorId, brand_id AS brandId, action,
              subject_kind AS subjectKind, subject_id AS subjectId, detail
       FROM audit_entry WHERE brand_id = ? AND id < ? ORDER BY id DESC LIMIT ${count}`,
      [brandId, beforeId],
    );
    return rows.map((row) => ({
      id: row.id,
      at: row.at,
      actor: { kind: row.actorKind, id: row.actorId },
      brandId: row.brandId,
      action: row.action,
      subject: { kind: row.subjectKind, id: row.subjectId },
      detail: JSON.parse(row.detail) as object,
    }));
  }
}
