import { Readable } from 'node:stream';
import { Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { Audit } from '../../../../platform/audit/index.js';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../../platform/auth/index.js';
import { UnitOfWork } from '../../../../platform/database/index.js';
import { requireBrand } from '../../../org/index.js';
import { ExportQuery } from '../reconciliation.dto.js';
import { FinanceExport } from './finance-export.js';

@AdminApi('reconciliation')
export class AdminExportsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: Audit,
    private readonly financeExport: FinanceExport,
  ) {}

  /** The file comes as it is read, so it is a plain link in the console. */
  @Get('export.csv')
  @ForAdmin('reconciliation.export')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' }, description: 'UTF-8 with BOM' })
  async file(@CurrentAdmin() admin: AdminActor, @Query() wish: ExportQuery): Promise<StreamableFile> {
    requireBrand(admin, wish.brandId);
    this.financeExport.check(wish);
    await this.unitOfWork.run((tx) =>
      this.audit.record(tx, {
        actor: { kind: 'admin', id: admin.adminId },
        brandId: wish.brandId,
        action: 'finance.exported',
        subject: { kind: 'brand', id: wish.brandId },
        detail: { kind: wish.kind, from: wish.from, to: wish.to },
      }),
    );
    const name = encodeURIComponent(this.financeExport.fileName(wish));
    return new StreamableFile(Readable.from(this.financeExport.csv(wish)), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="export.csv"; filename*=UTF-8''${name}`,
    });
  }
}
