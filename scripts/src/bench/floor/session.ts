import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { fromPublicId, toPublicId } from '@regulars/server/platform/ids/public-id';
import type { FloorDatabase } from './database.js';

export interface Caller {
  readonly memberId: number;
}

/** Reads member tokens: the same HMAC, the same look into the identity's row. */
export class Sessions {
  private readonly key: Buffer;

  constructor(
    private readonly database: FloorDatabase,
    sessionKey: string,
  ) {
    this.key = memberSessionKey(sessionKey);
  }

  async caller(authorization: string | undefined): Promise<Caller | undefined> {
    const [id = '', end = '', signature = ''] = (authorization ?? '').slice('Bearer '.length).split('.');
    const expected = signatureOf(this.key, `${id}.${end}`);
    const given = Buffer.from(signature, 'base64url');
    if (given.length !== expected.length || !timingSafeEqual(given, expected) || Number(end) <= Date.now()) {
      return undefined;
    }
    const [identity] = await this.database.rows<{ memberId: number | null }>(
      'SELECT member_id AS memberId FROM identity WHERE id = ? AND erased_at IS NULL',
      [fromPublicId('identity', id) ?? 0],
    );
    return identity && identity.memberId !== null ? { memberId: identity.memberId } : undefined;
  }
}

export function memberSessionKey(sessionKey: string): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(sessionKey, 'base64'), '', 'member session', 32));
}

/** What `POST /api/member/session` gives, for callers who never signed in. */
export function issueToken(key: Buffer, identityId: number, endsAt: number): string {
  const claim = `${toPublicId('identity', identityId)}.${endsAt}`;
  return `${claim}.${signatureOf(key, claim).toString('base64url')}`;
}

function signatureOf(key: Buffer, claim: string): Buffer {
  return createHmac('sha256', key).update(claim).digest();
}
