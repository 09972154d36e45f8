import { Injectable } from '@nestjs/common';
import type { LiveCodeChannel, LiveCodeExit, LiveCodeStatus } from '@regulars/shared';
import { Audit } from '../../../platform/audit/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import { requireBrand } from '../../org/index.js';
import { CodeStores } from './code-stores.js';
import type { RoutedCode } from './live-code-lookup.js';
import { newLiveCodeText } from './live-code-text.js';
import { LiveCode } from './live-code.entity.js';

export interface LiveCodeDetails {
  readonly name: string;
  readonly channel: LiveCodeChannel;
  readonly promise: string;
  readonly exits: readonly LiveCodeExit[];
  readonly radiusM: number | null;
  readonly defaultStoreId: number | null;
  /** None means any store of the brand. */
  readonly storeIds: readonly number[];
}

export interface NewLiveCode extends LiveCodeDetails {
  readonly brandId: number;
  readonly status: LiveCodeStatus;
}

@Injectable()
export class CreateLiveCode {
  constructor(
    private readonly clock: Clock,
    private readonly codeStores: CodeStores,
    private readonly audit: Audit,
  ) {}

  async execute(tx: Tx, admin: AdminActor, { storeIds, ...details }: NewLiveCode): Promise<RoutedCode> {
    requireBrand(admin, details.brandId);
    await this.codeStores.check(details.brandId, storeIds, details.defaultStoreId);
    const code = await tx.manager.save(LiveCode, {
      ...details,
      exits: [...details.exits],
      code: newLiveCodeText(),
      createdAt: this.clock.now(),
    });
    await this.codeStores.set(tx, code.id, storeIds);
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: admin.adminId },
      brandId: code.brandId,
      action: 'live-code.created',
      subject: { kind: 'live-code', id: code.id },
      detail: { name: code.name, storeIds: storeIds.map((storeId) => toPublicId('store', storeId)) },
    });
    return { code, storeIds };
  }
}
