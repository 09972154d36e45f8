import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.js';
import { mintCode } from '../mini-program/one-time-codes.js';
import { putUser, type Person } from '../people.js';
import { fields, nullable, optional, required, text } from '../shape.js';
import type { OneTimeCode, User } from '../world/model.js';
import type { World } from '../world/world.js';
import { refuse } from './control-refusal.js';
import { read } from './read.js';

const USER = fields({
  openid: optional(text({ max: 128 })),
  unionid: optional(nullable(text({ max: 128 }))),
  appId: optional(text({ max: 32 })),
  nickname: optional(text({ max: 32 })),
  phone: optional(nullable(text({ max: 20, pattern: /^\+?\d+$/ }))),
});
const CODE = fields({ openid: required(text({ max: 128 })), appId: optional(text({ max: 32 })) });

/** Who uses WeChat, and the codes their phones get. */
export function peopleRoutes(context: Context) {
  const { world, credentials } = context;
  const mint =
    (kind: OneTimeCode['kind']) =>
    (body: unknown): { code: string } => {
      const { openid, appId = credentials.appId } = read<{ openid: string; appId?: string }>(CODE, body);
      const user = existingUser(world, openid);
      return { code: mintCode(world, kind, { openid: user.openid, appId }).code };
    };

  return async (app: FastifyInstance): Promise<void> => {
    app.get('/control/users', async () => ({ items: world.users.values() }));
    app.post('/control/users', async ({ body }) =>
      putUser(world, read<Person>(USER, body), credentials.appId),
    );
    app.post('/control/login-codes', async ({ body }) => mint('login')(body));
    app.post('/control/phone-codes', async ({ body }) => mint('phone')(body));
  };
}

export function existingUser(world: World, openid: string): User {
  return world.users.get(openid) ?? refuse(404, `no user ${openid}`);
}
