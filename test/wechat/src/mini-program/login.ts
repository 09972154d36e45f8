import type { Context } from '../context.js';
import { newSessionKey } from '../ids.js';
import { checkApp } from './access-tokens.js';
import { spendCode } from './one-time-codes.js';
import { refuse } from './refusal.js';

interface Code2SessionQuery {
  readonly appid?: unknown;
  readonly secret?: unknown;
  readonly js_code?: unknown;
  readonly grant_type?: unknown;
}

/** sns/jscode2session. A good answer carries no errcode at all. */
export function code2Session(
  { world, credentials }: Context,
  query: Code2SessionQuery,
): { openid: string; session_key: string; unionid?: string } {
  checkApp(credentials, query.appid, query.secret);
  if (typeof query.js_code !== 'string' || query.js_code === '') {
    refuse(41008, 'missing code');
  }
  if (query.grant_type !== 'authorization_code') {
    refuse(40002, 'invalid grant_type');
  }
  const user = spendCode(world, 'login', query.js_code, credentials.appId);
  user.lastSeenAt = world.now();
  return {
    openid: user.openid,
    session_key: newSessionKey(),
    ...(user.unionid === null ? {} : { unionid: user.unionid }),
  };
}
