import { Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { AdminApi, CurrentAdmin, ForAdmin, type AdminActor } from '../../../platform/auth/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import {
  IdParam,
  PageQuery,
  PublicId,
  UploadedFile,
  decodeCursor,
  notFound,
  toPage,
  type Upload,
  type UploadRules,
} from '../../../platform/http/index.js';
import { requireBrand } from '../../org/index.js';
import { BrandQuery } from '../catalogue.dto.js';
import { ApplyTagImport } from './apply-tag-import.js';
import { StartTagImport } from './start-tag-import.js';
import {
  FailedRowPage,
  TagImportPage,
  TagImportView,
  toFailedRowView,
  toTagImportView,
} from './tag-import.view.js';
import { TagImports, type TagImportRow } from './tag-imports.js';

const RULES: UploadRules = { bytesMax: 5 * 1024 * 1024, tooLarge: 'spreadsheet_too_large' };

class TagImportsQuery extends PageQuery {
  @PublicId('brand', { doc: 'The brand' })
  brandId: number;
}

@AdminApi('tag-imports')
export class AdminTagImportsController {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: TagImports,
    private readonly start: StartTagImport,
    private readonly apply: ApplyTagImport,
  ) {}

  @Get()
  @ForAdmin('catalogue.see')
  @ApiOkResponse({ type: TagImportPage })
  async list(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId, after, limit }: TagImportsQuery,
  ): Promise<TagImportPage> {
    requireBrand(admin, brandId);
    const [beforeId] = after === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(after, ['number']);
    const rows = await this.imports.ofBrand(this.database, brandId, beforeId, limit + 1);
    return toPage(rows, limit, ({ id }) => [id], toTagImportView);
  }

  /** A CSV or XLSX file: a column 商品名称 or 商品编号, and one for each dimension. Every row is tried first. */
  @Post()
  @ForAdmin('catalogue.edit')
  @ApiCreatedResponse({ type: TagImportView })
  async create(
    @CurrentAdmin() admin: AdminActor,
    @Query() { brandId }: BrandQuery,
    @UploadedFile(RULES) file: Upload,
  ): Promise<TagImportView> {
    requireBrand(admin, brandId);
    const sheet = this.start.read(await file.bytes());
    const id = await this.unitOfWork.run((tx) => this.start.execute(tx, admin, brandId, sheet));
    return toTagImportView(await this.find(admin, id));
  }

  @Get(':id')
  @ForAdmin('catalogue.see')
  @ApiOkResponse({ type: TagImportView })
  async show(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'tag-import') id: number,
  ): Promise<TagImportView> {
    return toTagImportView(await this.find(admin, id));
  }

  @Get(':id/failed-rows')
  @ForAdmin('catalogue.see')
  @ApiOkResponse({ type: FailedRowPage })
  async failedRows(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'tag-import') id: number,
    @Query() { after, limit }: PageQuery,
  ): Promise<FailedRowPage> {
    await this.find(admin, id);
    const [afterRow] = after === undefined ? [0] : decodeCursor(after, ['number']);
    const rows = await this.imports.failedRows(this.database, id, afterRow, limit + 1);
    return toPage(rows, limit, ({ rowNo }) => [rowNo], toFailedRowView);
  }

  @Post(':id/application')
  @HttpCode(200)
  @ForAdmin('catalogue.edit')
  @ApiOkResponse({ type: TagImportView })
  async confirm(
    @CurrentAdmin() admin: AdminActor,
    @IdParam('id', 'tag-import') id: number,
  ): Promise<TagImportView> {
    await this.unitOfWork.run((tx) => this.apply.execute(tx, admin, id));
    return toTagImportView(await this.find(admin, id));
  }

  private async find({ brandIds }: AdminActor, id: number): Promise<TagImportRow> {
    const found = await this.imports.find(this.database, brandIds, id);
    if (!found) {
      throw notFound();
    }
    return found;
  }
}
