import type { Answer } from './harness.js';
import { exampleOf, outsider, prepare, rightfulCaller, send, type PreparedCall } from './routes/calling.js';
import { deviations } from './routes/conformity.js';
import { OPERATIONS, type Operation } from './routes/contract.js';
import { fingerprint, rowsOf } from './routes/fingerprint.js';
import { intrusionsOf, outsidersOf, type Intrusion, type Things } from './routes/intrusions.js';
import { notARefusal } from './routes/problem.js';
import { TwoBrands } from './routes/two-brands.js';
import { walkRoutes, type Route } from './routes/walk.js';

/** Ids of what belongs to one member alone: seen by another, they would be a leak. */
const PRIVATE_ID = /\b(?:me|ms|or|ad|rd|rf|en|ci)_[1-9A-HJ-NP-Za-km-z]{22}\b/g;

describe('every route', () => {
  let brands: TwoBrands;
  let rivalThings: Things;
  let routes: Map<string, Route>;

  beforeAll(async () => {
    brands = await TwoBrands.open();
    rivalThings = await brands.rival.things();
    routes = new Map(walkRoutes(brands.app).map((route) => [route.id, route]));
  }, 60_000);

  afterAll(() => brands.town.stop());

  function routeOf({ id }: Operation): Route {
    const route = routes.get(id);
    if (!route?.access) {
      throw new Error(`${id} was not found by walking, or doesn't say who may call it`);
    }
    return route;
  }

  const named = (operations: readonly Operation[]) => operations.map((one) => [one.id, one] as const);
  const signedInTo = OPERATIONS.filter((operation) => exampleOf(operation));
  const signed = OPERATIONS.filter((operation) => !exampleOf(operation));

  it.each(named(signedInTo))(
    '%s refuses whoever has no business there and writes nothing, then answers its caller as the contract says',
    async (_id, operation) => {
      const route = routeOf(operation);
      const call = await prepare(operation, brands);
      const before = await fingerprint(brands.app);
      const successes: string[] = [];
      for (const intrusion of intrusionsOf(route, call, brands, rivalThings)) {
        const fault = successOf(intrusion, await intrude(intrusion));
        successes.push(...(fault === undefined ? [] : [`${intrusion.who}: ${fault}`]));
      }
      expect(successes).toEqual([]);
      expect(await fingerprint(brands.app)).toEqual(before);

      const answer = await rightfully(route, call);
      expect(answerDeviations(operation, answer)).toEqual([]);
      expect(await leaks(route, call, answer)).toEqual([]);
    },
  );

  it.each(named(signed))('%s refuses what WeChat did not sign and writes nothing', async (_id, operation) => {
    const body = { id: 'x', event_type: 'TRANSACTION.SUCCESS' };
    const call = { ...(await prepare(operation, brands)), body };
    const before = await fingerprint(brands.app);
    for (const credentials of [{}, brands.own.member, brands.own.owner]) {
      expect(await send(brands.app, call, credentials)).toMatchObject({
        status: 401,
        body: { code: 'notification_unverified' },
      });
    }
    expect(await fingerprint(brands.app)).toEqual(before);
  });

  it('that lists something answers page by page as the contract says, now that much has happened', async () => {
    const lists = signedInTo.filter(({ parameters }) => parameters.some(({ name }) => name === 'after'));
    const wrong: Record<string, string[]> = {};
    for (const operation of lists) {
      const call = await prepare(operation, brands);
      const answer = await rightfully(routeOf(operation), { ...call, query: { ...call.query, limit: '1' } });
      const { items, next } = answer.body as { items: unknown[]; next: string | null };
      const found = [
        ...answerDeviations(operation, answer),
        ...answerDeviations(operation, await rightfully(routeOf(operation), call)),
        ...(items.length === 1 && typeof next === 'string' ? [] : ['less than two pages']),
      ];
      Object.assign(wrong, found.length > 0 ? { [operation.id]: found } : {});
    }
    expect(lists).not.toHaveLength(0);
    expect(wrong).toEqual({});
  });

  function intrude({ call, as, headers, withheld }: Intrusion): Promise<Answer<unknown>> {
    return brands.withPermissions(
      (permission) => permission !== withheld,
      () => send(brands.app, call, as, { headers: { ...headers } }),
    );
  }

  /** The permission that the route names is enough. */
  function rightfully(route: Route, call: PreparedCall): Promise<Answer<unknown>> {
    const { access } = route;
    const needed = access?.kind === 'staff' || access?.kind === 'admin' ? access.permission : null;
    return brands.withPermissions(
      (permission) => permission === needed,
      () => send(brands.app, call, rightfulCaller(call, route, brands)),
    );
  }

  /** What those who get their own get of the owner's. */
  async function leaks(route: Route, call: PreparedCall, answer: Answer<unknown>): Promise<string[]> {
    const memberId = await brands.own.member.memberId();
    const ofOwner = new Set([await brands.own.memberId(), ...privateIdsIn(answer.body)]);
    const before = await rowsOf(brands.app, memberId);
    const found: string[] = [];
    for (const name of outsidersOf(route).filter((one) => exampleOf(route)?.open?.[one] === 'own')) {
      const theirs = await send(brands.app, call, outsider(name, brands));
      const seen = privateIdsIn(theirs.body).filter((id) => ofOwner.has(id));
      if (theirs.status >= 500 || seen.length > 0) {
        found.push(`${name}: ${theirs.status} ${seen.join(' ')}`);
      }
    }
    expect(await rowsOf(brands.app, memberId)).toEqual(before);
    return found;
  }
});

/** In what way an intrusion was not turned away as it should be. */
function successOf({ codes }: Intrusion, answer: Answer<unknown>): string | undefined {
  const { code } = answer.body as { code?: string };
  const isFitting = codes === undefined || (code !== undefined && codes.includes(code));
  return notARefusal(answer) ?? (isFitting ? undefined : `refused with ${String(code)}`);
}

function privateIdsIn(body: unknown): string[] {
  return JSON.stringify(body).match(PRIVATE_ID) ?? [];
}

function answerDeviations({ success }: Operation, { status, headers, body }: Answer<unknown>): string[] {
  const contentType = headers.get('content-type')?.split(';')[0];
  if (status !== success.status || contentType !== success.contentType) {
    return [`${status} ${contentType ?? 'without content'}: ${JSON.stringify(body).slice(0, 300)}`];
  }
  return success.schema && contentType === 'application/json' ? deviations(success.schema, body) : [];
}
