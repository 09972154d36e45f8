import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.js';
import { grantPermission } from '../mini-program/subscribe-message.js';
import { fields, isObject, listOf, optional, required, text, whole, type Rule } from '../shape.js';
import type { ReceivedMessage, Template } from '../world/model.js';
import { existingUser } from './people-routes.js';
import { read } from './read.js';

interface Grant {
  readonly openid: string;
  readonly templateId: string;
  readonly count?: number;
}

const GRANT = fields({
  openid: required(text({ max: 128 })),
  templateId: required(text({ max: 128 })),
  count: optional(whole({ min: 1, max: 1000 })),
});

const labels: Rule = (value, field) =>
  isObject(value) && Object.values(value).every((each) => typeof each === 'string')
    ? undefined
    : { field, value, kind: 'invalid', issue: 'must map keys to names' };

const TEMPLATES = listOf(
  fields({
    id: required(text({ max: 128 })),
    title: required(text({ max: 32 })),
    keys: required(listOf(text({ max: 32 }), { min: 1, max: 5 })),
    labels: optional(labels),
  }),
  { max: 100 },
);
const PAGES = listOf(text({ max: 128 }), { max: 1000 });

/** Messages people received, what they allowed, and what the console of the mini-program holds. */
export function messageRoutes({ world }: Context) {
  return async (app: FastifyInstance): Promise<void> => {
    app.get<{ Querystring: { openid?: string } }>('/control/messages', async ({ query }) => ({
      items: world.messages
        .values()
        .filter((message) => query.openid === undefined || message.openid === query.openid)
        .map(messageView),
    }));
    app.post('/control/subscriptions', async ({ body }) => {
      const { openid, templateId, count = 1 } = read<Grant>(GRANT, body);
      return grantPermission(world, existingUser(world, openid).openid, templateId, count);
    });
    app.post('/control/templates', async ({ body }) => {
      const templates = read<(Omit<Template, 'labels'> & Partial<Template>)[]>(TEMPLATES, body);
      world.templates.restore(templates.map((template) => ({ labels: {}, ...template })));
      return { items: world.templates.values() };
    });
    app.post('/control/pages', async ({ body }) => {
      world.pages.restore(read<string[]>(PAGES, body));
      return { items: world.pages.values() };
    });
  };
}

function messageView(message: ReceivedMessage): object {
  return { ...message, at: new Date(message.at).toISOString() };
}
