import { Injectable } from '@nestjs/common';
import { VisitorResolver, type VisitorActor } from '../../../platform/auth/index.js';
import { BriefCache } from '../../../platform/cache/index.js';
import { Database, type Tx } from '../../../platform/database/index.js';
import { IdentitiesRepository, type Identity } from './identities.repository.js';
import { SessionTokens } from './session-tokens.js';

/** Who a request comes from: one prepared statement, asked once a second however many requests there are. */
@Injectable()
export class Visitors extends VisitorResolver {
  private readonly known: BriefCache<number, Identity | null>;

  constructor(
    private readonly tokens: SessionTokens,
    identities: IdentitiesRepository,
    database: Database,
  ) {
    super();
    this.known = new BriefCache(async (id) => (await identities.find(database, id)) ?? null, {
      keysMax: 20_000,
    });
  }

  async resolve(token: string): Promise<VisitorActor | undefined> {
    const identityId = this.tokens.read(token);
    const identity = identityId === undefined ? null : await this.known.get(identityId);
    return identity
      ? {
          identityId: identity.id,
          appId: identity.appId,
          openid: identity.openid,
          memberId: identity.memberId,
        }
      : undefined;
  }

  /** Once this is committed, the next request asks the database: what an identity may changes at once. */
  changeIn(tx: Tx, identityIds: readonly number[]): void {
    tx.afterCommit(() => {
      for (const id of identityIds) {
        this.known.drop(id);
      }
    });
  }
}
