import { Injectable } from '@nestjs/common';
import type { SegmentExpression } from '@regulars/shared';
import type { AdminActor } from '../../../platform/auth/index.js';
import { Database, type Reader } from '../../../platform/database/index.js';
import { decodeCursor, notFound, type PageQuery } from '../../../platform/http/index.js';
import { MemberDirectory, MemberNumbers, type MemberEntry } from '../../members/index.js';
import { requireBrand } from '../../org/index.js';
import { BLOCK_SIZE } from '../domain/block.js';
import { Audience, type AudienceBlock } from './audience.js';
import { AudienceScopes } from './audience-scope.js';
import { SegmentsRepository, type Segment } from './segments.repository.js';

/** One more than the page when there is a next one. */
export interface MembersFound {
  readonly entries: readonly MemberEntry[];
  /** The dense number of the last of the page, when there are more. */
  readonly next: number | null;
}

@Injectable()
export class SegmentLookup {
  constructor(
    private readonly database: Database,
    private readonly segments: SegmentsRepository,
    private readonly audience: Audience,
    private readonly scopes: AudienceScopes,
    private readonly numbers: MemberNumbers,
    private readonly directory: MemberDirectory,
  ) {}

  /** Newest first; one more than the limit when there is a next page. */
  page(admin: AdminActor, brandId: number, { after, limit }: PageQuery): Promise<Segment[]> {
    requireBrand(admin, brandId);
    const [beforeId] = after === undefined ? [Number.MAX_SAFE_INTEGER] : decodeCursor(after, ['number']);
    return this.segments.page(this.database, brandId, beforeId, limit + 1);
  }

  /** @throws Refusal `not_found` */
  async get(admin: AdminActor, id: number): Promise<Segment> {
    const segment = await this.segments.find(this.database, id, admin.brandIds);
    if (!segment) {
      throw notFound();
    }
    return segment;
  }

  /** Whom an expression means, in the order of their numbers. */
  async members(
    admin: AdminActor,
    brandId: number,
    expression: SegmentExpression,
    { after, limit }: PageQuery,
  ): Promise<MembersFound> {
    requireBrand(admin, brandId);
    const scope = await this.scopes.of(brandId);
    const start = startOf(after);
    const found = await this.audience.page(this.database, scope, expression, {
      after: start,
      limit: limit + 1,
    });
    return this.entries(admin, brandId, found, limit);
  }

  async membersOf(admin: AdminActor, segment: Segment, page: PageQuery): Promise<MembersFound> {
    if (segment.kind === 'dynamic') {
      return this.members(admin, segment.brandId, segment.expression, page);
    }
    const after = startOf(page.after);
    const fromBlock = Math.floor((after + 1) / BLOCK_SIZE);
    const blocks = await this.segments.frozen(this.database, segment.id, fromBlock);
    const found = blocks.flatMap(({ block, members }) =>
      members
        .offsets(Math.max(0, after + 1 - block * BLOCK_SIZE), page.limit + 1)
        .map((offset) => block * BLOCK_SIZE + offset),
    );
    return this.entries(admin, segment.brandId, found.slice(0, page.limit + 1), page.limit);
  }

  /** For whoever sends to a segment: everybody it means, stretch by stretch. */
  async *blocks(reader: Reader, segment: Segment): AsyncGenerator<AudienceBlock> {
    if (segment.kind === 'frozen') {
      yield* await this.segments.frozen(reader, segment.id);
    } else {
      yield* this.audience.blocks(reader, await this.scopes.of(segment.brandId), segment.expression);
    }
  }

  private async entries(
    admin: AdminActor,
    brandId: number,
    found: readonly number[],
    limit: number,
  ): Promise<MembersFound> {
    const shown = found.slice(0, limit);
    const memberIds = await this.numbers.idsOf(this.database, shown);
    return {
      entries: await this.directory.some(admin, brandId, memberIds),
      next: found.length > limit ? (shown.at(-1) ?? null) : null,
    };
  }
}

function startOf(after: string | undefined): number {
  return after === undefined ? -1 : Math.max(-1, decodeCursor(after, ['number'])[0]);
}
