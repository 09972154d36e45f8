import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import type { Reader, Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { LiveCodeLookup } from '../codes/live-code-lookup.js';
import { ScansRepository } from './scans.repository.js';

/** The code and store somebody came in by, kept with their membership for life. */
export interface Door {
  readonly liveCodeId: number;
  readonly storeId: number | null;
}

/** What links a join to the scan that led to it. */
@Injectable()
export class JoinDoor {
  constructor(
    private readonly codes: LiveCodeLookup,
    private readonly scans: ScansRepository,
    private readonly clock: Clock,
  ) {}

  /** A code that was paused after the scan still counts. @throws Refusal `validation_failed` for one of another brand */
  async find(reader: Reader, visit: { text: string; brandId: number; identityId: number }): Promise<Door> {
    const routed = await this.codes.find(visit.text);
    if (routed?.code.brandId !== visit.brandId) {
      throw new Refusal('validation_failed', {
        fields: [{ field: 'liveCode', message: '这个二维码不属于该品牌' }],
      });
    }
    const { code, storeIds } = routed;
    const scanned = await this.scans.lastStoreOf(reader, visit.identityId, code.id);
    const only = storeIds.length === 1 ? (storeIds[0] ?? null) : null;
    return { liveCodeId: code.id, storeId: scanned ?? only ?? code.defaultStoreId };
  }

  async tie(
    tx: Tx,
    { liveCodeId, storeId }: Door,
    joined: { identityId: number; memberId: number; membershipId: number },
  ): Promise<void> {
    if (!(await this.scans.tie(tx, { ...joined, liveCodeId }))) {
      await this.scans.add(tx, { ...joined, liveCodeId, storeId, distanceM: null, at: this.clock.now() });
    }
  }
}
