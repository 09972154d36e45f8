import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/index.js';
import { Signer } from '../../../platform/crypto/index.js';
import { fromPublicId, toPublicId } from '../../../platform/ids/index.js';

const LIFE_MS = 2 * 3_600_000;
const PURPOSE = 'member session';
const TOKEN = /^(\w{1,32})\.(\d{1,16})\.([\w-]{43})$/;

export interface SessionToken {
  readonly token: string;
  readonly expiresAt: Date;
}

/** Tokens that need no table: identity and end, signed. They name an identity, so joining leaves them valid. */
@Injectable()
export class SessionTokens {
  constructor(
    private readonly signer: Signer,
    private readonly clock: Clock,
  ) {}

  issue(identityId: number): SessionToken {
    const expiresAt = this.clock.in(LIFE_MS);
    const claim = `${toPublicId('identity', identityId)}.${expiresAt.getTime()}`;
    return { token: `${claim}.${this.signer.sign(PURPOSE, claim)}`, expiresAt };
  }

  /** The identity a token was issued to; undefined when it is forged or has ended. */
  read(token: string): number | undefined {
    const [, identity = '', end = '', signature = ''] = TOKEN.exec(token) ?? [];
    const genuine = this.signer.verify(PURPOSE, `${identity}.${end}`, signature);
    return genuine && Number(end) > this.clock.now().getTime()
      ? fromPublicId('identity', identity)
      : undefined;
  }
}
