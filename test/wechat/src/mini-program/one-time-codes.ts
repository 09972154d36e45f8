import { newOneTimeCode } from '../ids.js';
import type { OneTimeCode, User } from '../world/model.js';
import type { World } from '../world/world.js';
import { refuse } from './refusal.js';

const LIFETIME_MS = 300_000;

/** What wx.login or the phone button hands to the mini-program. */
export function mintCode(
  world: World,
  kind: OneTimeCode['kind'],
  { openid, appId }: Pick<User, 'openid' | 'appId'>,
): OneTimeCode {
  const expiresAt = world.now() + LIFETIME_MS;
  return world.codes.put({ code: newOneTimeCode(), kind, openid, appId, expiresAt });
}

/** A code works once, for its own kind, its own app and five minutes: everything else is 40029. */
export function spendCode(world: World, kind: OneTimeCode['kind'], code: unknown, appId: string): User {
  const found = typeof code === 'string' ? world.codes.get(code) : undefined;
  const good = found && found.kind === kind && found.appId === appId && found.expiresAt > world.now();
  const user = good ? world.users.get(found.openid) : undefined;
  if (!good || !user) {
    refuse(40029, 'invalid code');
  }
  world.codes.delete(found.code);
  return user;
}
