import { Injectable } from '@nestjs/common';
import type { LiveCodeStatus } from '@regulars/shared';
import { Audit } from '../../../platform/audit/index.js';
import type { AdminActor } from '../../../platform/auth/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { withoutUndefined } from '../../../platform/http/index.js';
import { CodeStores } from './code-stores.js';
import type { LiveCodeDetails } from './create-live-code.js';
import { LiveCodeLookup, type RoutedCode } from './live-code-lookup.js';

export interface LiveCodeChange extends Partial<LiveCodeDetails> {
  readonly status?: LiveCodeStatus;
}

/** What is printed stays; where it leads and what it promises may change at any time. */
@Injectable()
export class ChangeLiveCode {
  constructor(
    private readonly codes: LiveCodeLookup,
    private readonly codeStores: CodeStores,
    private readonly audit: Audit,
  ) {}

  async execute(tx: Tx, admin: AdminActor, id: number, change: LiveCodeChange): Promise<RoutedCode> {
    const { code, storeIds: before } = await this.codes.getForAdmin(tx, admin, id);
    const { storeIds = before, ...details } = change;
    Object.assign(code, withoutUndefined(details));
    await this.codeStores.check(code.brandId, storeIds, code.defaultStoreId);
    await tx.manager.save(code);
    await this.codeStores.set(tx, id, storeIds);
    await this.audit.record(tx, {
      actor: { kind: 'admin', id: admin.adminId },
      brandId: code.brandId,
      action: 'live-code.changed',
      subject: { kind: 'live-code', id },
      detail: { changed: Object.keys(withoutUndefined(change)) },
    });
    tx.afterCommit(() => this.codes.changed(code));
    return { code, storeIds };
  }
}
