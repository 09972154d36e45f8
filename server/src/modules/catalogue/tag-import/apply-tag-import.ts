import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal, notFound } from '../../../platform/http/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { TagImports } from './tag-imports.js';
import { WORK_OFF_TAG_IMPORT, type TagImportDue } from './work-off-tag-import.js';

/** Somebody has seen what the check found, and says yes. Once. */
@Injectable()
export class ApplyTagImport {
  constructor(
    private readonly imports: TagImports,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  /** @throws Refusal `import_not_ready` */
  async execute(tx: Tx, admin: AdminActor, importId: number): Promise<void> {
    const found = await this.imports.find(tx, admin.brandIds, importId);
    if (!found) {
      throw notFound();
    }
    const { affectedRows } = await tx.execute(
      "UPDATE tag_import SET status = 'applying', done = 0 WHERE id = ? AND status = 'checked'",
      [importId],
    );
    if (affectedRows === 0) {
      throw new Refusal('import_not_ready');
    }
    await this.jobs.schedule(tx, {
      kind: WORK_OFF_TAG_IMPORT,
      payload: { importId, afterRow: 0 } satisfies TagImportDue,
    });
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: admin.adminId },
      brandId: found.brandId,
      action: 'goods-tag.imported',
      subject: { kind: 'tag-import', id: importId },
      detail: { rows: found.total - found.failed },
    });
  }
}
