import { Injectable } from '@nestjs/common';
import type { TagImportStatus } from '@regulars/shared';
import { placeholders, type Reader } from '../../../platform/database/index.js';

export interface TagImportRow {
  readonly id: number;
  readonly brandId: number;
  readonly status: TagImportStatus;
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly createdAt: Date;
}

export interface FailedRow {
  readonly rowNo: number;
  readonly product: string;
  readonly error: string;
}

const COLUMNS = `i.id, i.brand_id AS brandId, i.status, i.total, i.done, i.created_at AS createdAt,
  (SELECT COUNT(*) FROM tag_import_row r WHERE r.import_id = i.id AND r.error IS NOT NULL) AS failed`;

@Injectable()
export class TagImports {
  find(reader: Reader, brandIds: readonly number[], importId: number): Promise<TagImportRow | undefined> {
    return reader.one<TagImportRow>(
      `SELECT ${COLUMNS} FROM tag_import i WHERE i.id = ? AND i.brand_id IN (${placeholders(brandIds.length)})`,
      [importId, ...brandIds],
    );
  }

  /** Newest first. */
  ofBrand(reader: Reader, brandId: number, beforeId: number, limit: number): Promise<TagImportRow[]> {
    return reader.query<TagImportRow>(
      `SELECT ${COLUMNS} FROM tag_import i WHERE i.brand_id = ? AND i.id < ? ORDER BY i.id DESC LIMIT ?`,
      [brandId, beforeId, limit],
    );
  }

  /** In the order of the sheet. */
  failedRows(reader: Reader, importId: number, afterRow: number, limit: number): Promise<FailedRow[]> {
    return reader.query<FailedRow>(
      `SELECT row_no AS rowNo, product, error FROM tag_import_row
       WHERE import_id = ? AND row_no > ? AND error IS NOT NULL ORDER BY row_no LIMIT ?`,
      [importId, afterRow, limit],
    );
  }
}
