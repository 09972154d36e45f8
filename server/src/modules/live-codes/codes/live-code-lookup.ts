import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { AdminActor } from '../../../platform/auth/index.js';
import { BriefCache } from '../../../platform/cache/index.js';
import { Database, type Reader } from '../../../platform/database/index.js';
import { decodeCursor, notFound, toPage, type Page, type PageQuery } from '../../../platform/http/index.js';
import { StoreLookup, requireBrand } from '../../org/index.js';
import { ScansRepository, type ScanFigures } from '../scans/scans.repository.js';
import { LiveCodeStore } from './live-code-store.entity.js';
import { LiveCode } from './live-code.entity.js';
import { toAdminLiveCodeView, type AdminLiveCodeView } from './live-code.view.js';

/** A code with the stores it may lead to; none means any store of its brand. */
export interface RoutedCode {
  readonly code: LiveCode;
  readonly storeIds: readonly number[];
}

@Injectable()
export class LiveCodeLookup {
  private readonly byText: BriefCache<string, RoutedCode | null>;

  constructor(
    private readonly database: Database,
    private readonly stores: StoreLookup,
    private readonly scans: ScansRepository,
  ) {
    this.byText = new BriefCache((text) => this.load(text), { keysMax: 10_000 });
  }

  /** By what is printed; paused ones too. Answers may be a second old. */
  async find(text: string): Promise<RoutedCode | undefined> {
    return (await this.byText.get(text)) ?? undefined;
  }

  /** @throws Refusal `not_found`, also when it is another brand's */
  async getForAdmin(reader: Reader, admin: AdminActor, id: number): Promise<RoutedCode> {
    const code = await reader.manager.findOneBy(LiveCode, { id, brandId: In([...admin.brandIds]) });
    if (!code) {
      throw notFound();
    }
    const stores = await reader.manager.findBy(LiveCodeStore, { liveCodeId: id });
    return { code, storeIds: stores.map(({ storeId }) => storeId) };
  }

  /** Newest first, each with what it has brought. Four statements, however many codes. */
  async page(
    admin: AdminActor,
    filter: { brandId: number; storeId?: number },
    { after, limit }: PageQuery,
  ): Promise<Page<AdminLiveCodeView>> {
    requireBrand(admin, filter.brandId);
    const [before] = after === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(after, ['number']);
    const rows = await this.rows(filter, before, limit + 1);
    const page = toPage(
      rows,
      limit,
      ({ id }) => [id],
      (code) => code,
    );
    const ids = page.items.map(({ id }) => id);
    const [stores, figures] = await Promise.all([
      this.database.manager.findBy(LiveCodeStore, { liveCodeId: In(ids) }),
      this.scans.figures(this.database, ids),
    ]);
    const storeIdsOf = (id: number): number[] =>
      stores.filter(({ liveCodeId }) => liveCodeId === id).map(({ storeId }) => storeId);
    const items = page.items.map((code) => this.toView({ code, storeIds: storeIdsOf(code.id) }, figures));
    return { items: await Promise.all(items), next: page.next };
  }

  async view(reader: Reader, routed: RoutedCode): Promise<AdminLiveCodeView> {
    return this.toView(routed, await this.scans.figures(reader, [routed.code.id]));
  }

  changed(code: LiveCode): void {
    this.byText.drop(code.code);
  }

  private async load(text: string): Promise<RoutedCode | null> {
    const code = await this.database.manager.findOneBy(LiveCode, { code: text });
    if (!code) {
      return null;
    }
    const stores = await this.database.manager.findBy(LiveCodeStore, { liveCodeId: code.id });
    return { code, storeIds: stores.map(({ storeId }) => storeId) };
  }

  private async toView(
    { code, storeIds }: RoutedCode,
    figures: ReadonlyMap<number, ScanFigures>,
  ): Promise<AdminLiveCodeView> {
    const stores = await Promise.all(storeIds.map((storeId) => this.stores.find(storeId)));
    const known = stores.filter((store) => store !== undefined);
    return toAdminLiveCodeView(code, known, figures.get(code.id) ?? { scans: 0, joins: 0 });
  }

  private rows(
    filter: { brandId: number; storeId?: number },
    before: number,
    count: number,
  ): Promise<LiveCode[]> {
    const query = this.database.manager
      .createQueryBuilder(LiveCode, 'code')
      .where('code.brandId = :brandId AND code.id < :before', { brandId: filter.brandId, before })
      .orderBy('code.id', 'DESC')
      .take(count);
    if (filter.storeId !== undefined) {
      query.andWhere(
        'code.id IN (SELECT link.live_code_id FROM live_code_store link WHERE link.store_id = :storeId)',
        { storeId: filter.storeId },
      );
    }
    return query.getMany();
  }
}
