import { Injectable } from '@nestjs/common';
import type { SegmentExpression } from '@regulars/shared';
import { Audit } from '../../../platform/audit/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal, notFound } from '../../../platform/http/index.js';
import { Audience } from './audience.js';
import { AudienceScopes } from './audience-scope.js';
import { SegmentsRepository, type Segment } from './segments.repository.js';

export interface SegmentChange {
  readonly name?: string;
  readonly expression?: SegmentExpression;
}

/** A new expression is a new version; the old one stays readable. */
@Injectable()
export class ChangeSegment {
  constructor(
    private readonly segments: SegmentsRepository,
    private readonly audience: Audience,
    private readonly scopes: AudienceScopes,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async execute(tx: Tx, admin: AdminActor, id: number, change: SegmentChange): Promise<Segment> {
    await this.segments.lock(tx, id);
    const segment = await this.segments.find(tx, id, admin.brandIds);
    if (!segment) {
      throw notFound();
    }
    const { name = segment.name, expression } = change;
    if (segment.kind === 'frozen' && expression !== undefined) {
      throw new Refusal('segment_frozen');
    }
    if (await this.segments.isNameTaken(tx, segment.brandId, name, id)) {
      throw new Refusal('segment_name_taken');
    }
    const changed = expression ? await this.nextVersion(tx, admin, segment, expression) : segment;
    await this.segments.update(tx, id, { ...changed, name });
    await this.record(tx, admin, segment, 'segment.changed', change);
    return { ...changed, name };
  }

  async archive(tx: Tx, admin: AdminActor, id: number): Promise<void> {
    await this.segments.lock(tx, id);
    const segment = await this.segments.find(tx, id, admin.brandIds);
    if (!segment) {
      throw notFound();
    }
    await this.segments.archive(tx, id, this.clock.now());
    await this.record(tx, admin, segment, 'segment.archived', {});
  }

  private async nextVersion(
    tx: Tx,
    { adminId }: AdminActor,
    segment: Segment,
    expression: SegmentExpression,
  ): Promise<Segment> {
    const scope = await this.scopes.of(segment.brandId);
    const { count, asOf } = await this.audience.count(tx, scope, expression);
    const version = segment.version + 1;
    await this.segments.insertVersion(tx, segment.id, { version, expression, adminId, at: this.clock.now() });
    return { ...segment, version, expression, members: count, countedAt: asOf };
  }

  private record(
    tx: Tx,
    { adminId }: AdminActor,
    { id, brandId }: Segment,
    action: string,
    detail: object,
  ): Promise<void> {
    const actor = { kind: 'admin', id: adminId } as const;
    return this.audit.record(tx, { actor, brandId, action, subject: { kind: 'segment', id }, detail });
  }
}
