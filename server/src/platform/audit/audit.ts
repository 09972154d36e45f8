import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/index.js';
import type { Tx } from '../database/index.js';
import { currentRequestId } from '../observability/request-context.js';

export interface AuditEntry {
  readonly actor: { readonly kind: 'admin' | 'staff' | 'member' | 'system'; readonly id: number };
  /** The brand whose admins may read this. */
  readonly brandId: number | null;
  /** Noun and verb, such as `member.phone-revealed`. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: number };
  /** Why, and what changed. Never personal data. */
  readonly detail?: object;
}

/** Who did what to whom and why; append-only, in the transaction of the deed. */
@Injectable()
export class Audit {
  constructor(private readonly clock: Clock) {}

  async record(tx: Tx, entry: AuditEntry): Promise<void> {
    await tx.execute(
      `INSERT INTO audit_entry (at, actor_kind, actor_id, brand_id, action, subject_kind, subject_id, detail, request_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        this.clock.now(),
        entry.actor.kind,
        entry.actor.id,
        entry.brandId,
        entry.action,
        entry.subject.kind,
        entry.subject.id,
        JSON.stringify(entry.detail ?? {}),
        currentRequestId() ?? null,
      ],
    );
  }
}
