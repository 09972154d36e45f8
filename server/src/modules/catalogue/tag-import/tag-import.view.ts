import { TAG_IMPORT_STATUSES, type TagImportStatus } from '@regulars/shared';
import { Instant, OneOf, OpaqueId, Text, Whole, pageOf } from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import type { FailedRow, TagImportRow } from './tag-imports.js';

export class TagImportView {
  @OpaqueId('tag-import', { doc: 'The import' })
  id: string;

  @OneOf(TAG_IMPORT_STATUSES, { name: 'TagImportStatus', doc: 'How far it is' })
  status: TagImportStatus;

  @Whole({ min: 0, max: 1_000_000, doc: 'Rows of the sheet' })
  total: number;

  @Whole({ min: 0, max: 1_000_000, doc: 'Rows that this step has gone through' })
  done: number;

  @Whole({ min: 0, max: 1_000_000, doc: 'Rows that cannot be imported, so far' })
  failed: number;

  @Instant({ doc: 'When the sheet came' })
  createdAt: string;
}

export class TagImportPage extends pageOf(TagImportView) {}

export class FailedRowView {
  @Whole({ min: 1, max: 10_000_000, doc: 'The row, as the sheet counts' })
  rowNo: number;

  @Text({ max: 100, min: 0, doc: 'The product, as it is written there' })
  product: string;

  @Text({ max: 100, doc: 'What is wrong' })
  error: string;
}

export class FailedRowPage extends pageOf(FailedRowView) {}

export function toTagImportView({ id, status, total, done, failed, createdAt }: TagImportRow): TagImportView {
  return {
    id: toPublicId('tag-import', id),
    status,
    total,
    done,
    failed,
    createdAt: createdAt.toISOString(),
  };
}

export function toFailedRowView({ rowNo, product, error }: FailedRow): FailedRowView {
  return { rowNo, product, error };
}
