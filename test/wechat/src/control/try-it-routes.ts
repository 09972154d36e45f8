import type { FastifyInstance } from 'fastify';
import type { Context } from '../context.js';
import { uuid } from '../ids.js';
import { fields, listOf, numeric, optional, required, text } from '../shape.js';
import type { LiveScreen, Place, Role, ScannableCode } from '../world/model.js';
import type { World } from '../world/world.js';
import { refuse } from './control-refusal.js';
import { read } from './read.js';

interface CodeOrder {
  readonly title: string;
  readonly subtitle?: string;
  readonly kind: string;
  readonly value?: string;
  readonly live?: LiveScreen;
}

/** What the try-it page shows besides WeChat itself: people, codes to scan and places. */
export interface TryItSetup {
  readonly codes?: readonly CodeOrder[];
  readonly roles?: readonly Role[];
  readonly places?: readonly Place[];
}

const CODES = listOf(
  fields({
    title: required(text({ max: 64 })),
    subtitle: optional(text({ min: 0, max: 128 })),
    kind: required(text({ max: 32 })),
    value: optional(text({ max: 1024 })),
    live: optional(
      fields({
        as: required(text({ max: 128 })),
        path: required(text({ max: 256, pattern: /^\/api\// })),
        field: required(text({ max: 64 })),
      }),
    ),
  }),
  { max: 500 },
);
const ROLES = listOf(
  fields({
    role: required(text({ max: 32 })),
    title: required(text({ max: 64 })),
    subtitle: optional(text({ max: 128 })),
    openid: optional(text({ max: 128 })),
    url: optional(text({ max: 512 })),
    email: optional(text({ max: 128 })),
    password: optional(text({ max: 128 })),
    totpSecret: optional(text({ max: 128, pattern: /^[A-Za-z2-7 ]+=*$/ })),
  }),
  { max: 50 },
);
const PLACES = listOf(
  fields({
    title: required(text({ max: 64 })),
    lat: required(numeric({ min: -90, max: 90 })),
    lng: required(numeric({ min: -180, max: 180 })),
  }),
  { max: 100 },
);

export function tryItRoutes({ world }: Context) {
  return async (app: FastifyInstance): Promise<void> => {
    app.post('/control/codes', async ({ body }) => {
      setUpTryIt(world, { codes: body as CodeOrder[] });
      return { items: world.scannable.values() };
    });
    app.post('/control/roles', async ({ body }) => {
      setUpTryIt(world, { roles: body as Role[] });
      return { items: world.roles.values() };
    });
    app.post('/control/places', async ({ body }) => {
      setUpTryIt(world, { places: body as Place[] });
      return { items: world.places.values() };
    });
  };
}

/** Each list that is given replaces the one before. */
export function setUpTryIt(world: World, setup: TryItSetup): void {
  if (setup.codes !== undefined) {
    world.scannable.restore(read<CodeOrder[]>(CODES, setup.codes).map(toCode));
  }
  if (setup.roles !== undefined) {
    world.roles.restore(read<Role[]>(ROLES, setup.roles));
  }
  if (setup.places !== undefined) {
    world.places.restore(read<Place[]>(PLACES, setup.places));
  }
}

function toCode(order: CodeOrder): ScannableCode {
  if ((order.value === undefined) === (order.live === undefined)) {
    refuse(400, `code ${order.title} needs either a value or a live screen`);
  }
  return {
    id: uuid(),
    title: order.title,
    subtitle: order.subtitle ?? '',
    kind: order.kind,
    value: order.value ?? null,
    live: order.live ?? null,
  };
}
