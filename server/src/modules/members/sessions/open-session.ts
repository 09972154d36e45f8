import { Injectable } from '@nestjs/common';
import { assertNever } from '@regulars/shared';
import { Clock } from '../../../platform/clock/index.js';
import { Database, UnitOfWork, isDuplicateKey, type Tx } from '../../../platform/database/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { MiniProgram } from '../../../wechat/index.js';
import { MembersRepository } from '../people/members.repository.js';
import { busyWhenUnavailable } from '../wechat-faults.js';
import { IdentitiesRepository, type Identity } from './identities.repository.js';
import { SessionTokens, type SessionToken } from './session-tokens.js';
import { Visitors } from './visitors.js';

interface WechatUser {
  readonly appId: string;
  readonly openid: string;
  readonly unionid: string | null;
}

export interface OpenedSession extends SessionToken {
  readonly memberId: number | null;
}

/** Turns what `wx.login` gave into a session. Nobody is asked for anything. */
@Injectable()
export class OpenSession {
  constructor(
    private readonly database: Database,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly wechat: MiniProgram,
    private readonly identities: IdentitiesRepository,
    private readonly members: MembersRepository,
    private readonly tokens: SessionTokens,
    private readonly visitors: Visitors,
  ) {}

  async execute({ appId, code }: { appId: string; code: string }): Promise<OpenedSession> {
    const user = await this.logIn(appId, code);
    const known = await this.identities.byOpenid(this.database, appId, user.openid);
    const identity =
      known && tellsNothingNew(known, user)
        ? known
        : await this.unitOfWork.run((tx) => this.recognise(tx, user));
    return { ...this.tokens.issue(identity.id), memberId: identity.memberId };
  }

  private async logIn(appId: string, code: string): Promise<WechatUser> {
    if (appId !== this.wechat.appId) {
      throw new Refusal('app_unknown');
    }
    const login = await busyWhenUnavailable(this.wechat.login(code));
    if (login.outcome === 'ok') {
      return { appId, openid: login.openid, unionid: login.unionid };
    }
    switch (login.reason) {
      case 'code_invalid':
        throw new Refusal('login_code_invalid');
      case 'user_blocked':
        throw new Refusal('login_blocked');
      default:
        return assertNever(login.reason);
    }
  }

  private async recognise(tx: Tx, user: WechatUser): Promise<Identity> {
    await this.identities.add(tx, { ...user, at: this.clock.now() });
    const identity = await this.identities.byOpenid(tx, user.appId, user.openid);
    if (!identity) {
      throw new Error('An identity that was just written is gone');
    }
    if (user.unionid === null) {
      return identity;
    }
    if (identity.memberId === null) {
      return { ...identity, memberId: await this.meetAgain(tx, identity.id, user.unionid) };
    }
    await this.rememberUnionid(tx, identity.memberId, user.unionid);
    return identity;
  }

  /** The same person in another app of the brand's is the same member. */
  private async meetAgain(tx: Tx, identityId: number, unionid: string): Promise<number | null> {
    const memberId = await this.members.lockByUnionid(tx, unionid);
    if (memberId === undefined) {
      return null;
    }
    await this.identities.link(tx, identityId, memberId);
    this.visitors.changeIn(tx, [identityId]);
    return memberId;
  }

  /** The unionid may come later than the first sign-in. Two members that turn out to be one person stay two. */
  private async rememberUnionid(tx: Tx, memberId: number, unionid: string): Promise<void> {
    try {
      await this.members.rememberUnionid(tx, memberId, unionid);
    } catch (error) {
      if (!isDuplicateKey(error)) {
        throw error;
      }
    }
  }
}

function tellsNothingNew(known: Identity, { unionid }: WechatUser): boolean {
  return unionid === null || (known.unionid === unionid && known.memberId !== null);
}
