import type { Context } from '../context.js';
import { newAccessToken } from '../ids.js';
import { dayOf } from '../china-time.js';
import type { AccessToken } from '../world/model.js';
import type { World } from '../world/world.js';
import { refuse } from './refusal.js';

const LIFETIME_MS = 7_200_000;
/** The platform renews this long before expiry; the old token works until its own end. */
const RENEW_BEFORE_MS = 300_000;
const FORCED_PER_DAY = 20;
const FORCED_APART_MS = 30_000;

interface StableTokenRequest {
  readonly grant_type?: unknown;
  readonly appid?: unknown;
  readonly secret?: unknown;
  readonly force_refresh?: unknown;
}

/** cgi-bin/stable_token: the same token while it is good, a new one near its end or by force. */
export function stableToken(
  { world, credentials }: Context,
  body: StableTokenRequest,
): { access_token: string; expires_in: number } {
  if (body.grant_type !== 'client_credential') {
    refuse(40002, 'invalid grant_type');
  }
  checkApp(credentials, body.appid, body.secret);
  const current = currentToken(world, credentials.appId);
  const token =
    body.force_refresh === true
      ? forcedToken(world, credentials.appId, current)
      : (current ?? issue(world, credentials.appId));
  return { access_token: token.token, expires_in: Math.floor((token.expiresAt - world.now()) / 1000) };
}

/** The token must come in the query; what a body or header carries doesn't count. */
export function checkAccessToken(world: World, token: unknown): AccessToken {
  if (typeof token !== 'string' || token === '') {
    refuse(41001, 'access_token missing');
  }
  const known = world.accessTokens.get(token);
  if (!known || known.revoked) {
    refuse(40001, 'invalid credential, access_token is invalid or not latest');
  }
  if (known.expiresAt <= world.now()) {
    refuse(42001, 'access_token expired');
  }
  return known;
}

export function checkApp(credentials: Context['credentials'], appId: unknown, secret: unknown): void {
  if (typeof appId !== 'string' || appId === '') {
    refuse(41002, 'appid missing');
  }
  if (typeof secret !== 'string' || secret === '') {
    refuse(41004, 'appsecret missing');
  }
  if (appId !== credentials.appId) {
    refuse(40013, 'invalid appid');
  }
  if (secret !== credentials.appSecret) {
    refuse(40125, 'invalid appsecret');
  }
}

function currentToken(world: World, appId: string): AccessToken | undefined {
  const now = world.now();
  forgetExpired(world, now);
  return world.accessTokens
    .values()
    .find((each) => each.appId === appId && !each.revoked && each.expiresAt - now > RENEW_BEFORE_MS);
}

function forcedToken(world: World, appId: string, current: AccessToken | undefined): AccessToken {
  const now = world.now();
  const today = world.forcedRefreshes
    .values()
    .filter((each) => each.appId === appId && dayOf(each.at) === dayOf(now));
  if (current && today.some((each) => now - each.at < FORCED_APART_MS)) {
    return current;
  }
  if (today.length >= FORCED_PER_DAY) {
    refuse(45009, 'reach max api daily quota limit');
  }
  world.forcedRefreshes.put({ appId, at: now });
  world.accessTokens
    .values()
    .filter((each) => each.appId === appId)
    .forEach((each) => (each.revoked = true));
  return issue(world, appId);
}

function issue(world: World, appId: string): AccessToken {
  const issuedAt = world.now();
  return world.accessTokens.put({
    token: newAccessToken(),
    appId,
    issuedAt,
    expiresAt: issuedAt + LIFETIME_MS,
    revoked: false,
  });
}

/** Long enough kept to tell an expired token from one that never was. */
function forgetExpired(world: World, now: number): void {
  world.accessTokens
    .values()
    .filter((each) => each.expiresAt + LIFETIME_MS < now)
    .forEach((each) => world.accessTokens.delete(each.token));
}
