import { Injectable } from '@nestjs/common';
import { ADMIN_ROLE_PERMISSIONS } from '@regulars/shared';
import { AdminResolver, type AdminActor } from '../../../platform/auth/index.js';
import { Clock } from '../../../platform/clock/index.js';
import { Database, UnitOfWork } from '../../../platform/database/index.js';
import { BrandLookup } from '../brands/brand-lookup.js';
import { isWorthNoting, sessionExpiry } from '../domain/session-life.js';
import { hashOfSecret } from '../random-code.js';
import { AdminsRepository, type SessionRow } from './admins.repository.js';

@Injectable()
export class AdminSessions extends AdminResolver {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly admins: AdminsRepository,
    private readonly brands: BrandLookup,
  ) {
    super();
  }

  /** Never kept for a second: a closed session is closed. */
  async resolve(token: string): Promise<AdminActor | undefined> {
    const tokenHash = hashOfSecret(token);
    const now = this.clock.now();
    const session = await this.admins.session(this.database, tokenHash, now);
    if (!session) {
      return undefined;
    }
    if (isWorthNoting(session.seenAt, now)) {
      await this.unitOfWork.run((tx) =>
        this.admins.noteSeen(tx, tokenHash, now, sessionExpiry(session.createdAt, now)),
      );
    }
    return {
      adminId: session.adminId,
      name: session.name,
      brandIds: await this.brandIdsOf(session),
      permissions: ADMIN_ROLE_PERMISSIONS[session.role],
    };
  }

  async close(token: string): Promise<void> {
    await this.unitOfWork.run((tx) => this.admins.closeSession(tx, hashOfSecret(token)));
  }

  private async brandIdsOf({ adminId, everyBrand }: SessionRow): Promise<number[]> {
    return everyBrand
      ? (await this.brands.all()).map(({ id }) => id)
      : this.admins.brandsOf(this.database, adminId);
  }
}
