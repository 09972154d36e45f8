import { Injectable } from '@nestjs/common';
import type { SegmentExpression, SegmentKind } from '@regulars/shared';
import { Audit } from '../../../platform/audit/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { requireBrand } from '../../org/index.js';
import { Audience } from './audience.js';
import { AudienceScopes } from './audience-scope.js';
import { SegmentsRepository, type Segment } from './segments.repository.js';

export interface NewSegment {
  readonly brandId: number;
  readonly name: string;
  readonly kind: SegmentKind;
  readonly expression: SegmentExpression;
}

/** Keeps an expression under a name. A dynamic segment is asked anew each time, a frozen one keeps who was in it. */
@Injectable()
export class SaveSegment {
  constructor(
    private readonly segments: SegmentsRepository,
    private readonly audience: Audience,
    private readonly scopes: AudienceScopes,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async execute(
    tx: Tx,
    admin: AdminActor,
    { brandId, name, kind, expression }: NewSegment,
  ): Promise<Segment> {
    requireBrand(admin, brandId);
    const scope = await this.scopes.of(brandId);
    if (await this.segments.isNameTaken(tx, brandId, name)) {
      throw new Refusal('segment_name_taken');
    }
    const { count, asOf } = await this.audience.count(tx, scope, expression);
    const at = this.clock.now();
    const row = { brandId, name, kind, version: 1, members: count, countedAt: asOf, createdAt: at };
    const id = await this.segments.insert(tx, row);
    await this.segments.insertVersion(tx, id, { version: 1, expression, adminId: admin.adminId, at });
    if (kind === 'frozen') {
      for await (const block of this.audience.blocks(tx, scope, expression)) {
        await this.segments.freeze(tx, id, block);
      }
    }
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: admin.adminId },
      brandId,
      action: 'segment.created',
      subject: { kind: 'segment', id },
      detail: { name, kind, expression, members: count },
    });
    return { ...row, id, expression };
  }
}
