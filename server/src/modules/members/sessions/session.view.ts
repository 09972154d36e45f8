import { Instant, OpaqueId, Text } from '../../../platform/http/index.js';
import { toPublicId } from '../../../platform/ids/index.js';
import type { OpenedSession } from './open-session.js';

export class SessionView {
  @Text({ max: 200, doc: 'Sent as `Authorization: Bearer …`; stays valid through joining' })
  token: string;

  @Instant({ doc: 'When to sign in again' })
  expiresAt: string;

  @OpaqueId('member', { nullable: true, doc: 'Null until they join a brand' })
  memberId: string | null;
}

export function toSessionView({ token, expiresAt, memberId }: OpenedSession): SessionView {
  return {
    token,
    expiresAt: expiresAt.toISOString(),
    memberId: memberId === null ? null : toPublicId('member', memberId),
  };
}
