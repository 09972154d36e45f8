import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { rowPlaceholders, type Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { Jobs } from '../../../platform/jobs/index.js';
import { readSpreadsheet } from '../../../platform/spreadsheet/index.js';
import { tagSheetOf, type TagSheet } from './sheet-rows.js';
import { WORK_OFF_TAG_IMPORT, type TagImportDue } from './work-off-tag-import.js';

const ROWS_MAX = 20_000;
const ROWS_AT_ONCE = 500;

/** Takes a sheet in and has every row tried; nothing is written to a product before somebody says yes. */
@Injectable()
export class StartTagImport {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly jobs: Jobs,
  ) {}

  /** @throws Refusal `spreadsheet_unreadable`, `spreadsheet_too_large` */
  read(file: Buffer): TagSheet {
    const cells = readSpreadsheet(file);
    const sheet = cells && tagSheetOf(cells);
    if (!sheet || sheet.rows.length === 0) {
      throw new Refusal('spreadsheet_unreadable');
    }
    if (sheet.rows.length > ROWS_MAX) {
      throw new Refusal('spreadsheet_too_large');
    }
    return sheet;
  }

  async execute(tx: Tx, admin: AdminActor, brandId: number, { dimensions, rows }: TagSheet): Promise<number> {
    const { insertId } = await tx.execute(
      `INSERT INTO tag_import (brand_id, admin_id, dimensions, status, total, created_at) VALUES (?, ?, ?, 'checking', ?, ?)`,
      [brandId, admin.adminId, JSON.stringify(dimensions), rows.length, this.clock.now()],
    );
    for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
      const some = rows.slice(start, start + ROWS_AT_ONCE);
      await tx.execute(
        `INSERT INTO tag_import_row (import_id, row_no, product, tags, error) VALUES ${rowPlaceholders(some.length, 5)}`,
        some.flatMap(({ rowNo, product, tags, error }) => [
          insertId,
          rowNo,
          product,
          JSON.stringify(tags),
          error,
        ]),
      );
    }
    const payload = { importId: insertId, afterRow: 0 } satisfies TagImportDue;
    await this.jobs.schedule(tx, { kind: WORK_OFF_TAG_IMPORT, payload });
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: admin.adminId },
      brandId,
      action: 'goods-tag.import-checked',
      subject: { kind: 'tag-import', id: insertId },
      detail: { rows: rows.length },
    });
    return insertId;
  }
}
