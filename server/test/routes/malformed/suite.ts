import { prepare } from '../calling.js';
import { OPERATIONS } from '../contract.js';
import { fingerprint } from '../fingerprint.js';
import { TwoBrands } from '../two-brands.js';
import { walkRoutes, type Route } from '../walk.js';
import { oddRequests, wrongRequests } from './requests.js';
import { aFault, notAClearRefusal, tryAll } from './trial.js';

const PER_ROUTE_MS = 60_000;

/** Every wrong request to every route whose path starts so. */
export function describeMalformed(entrance: string): void {
  describe(`malformed requests to ${entrance}`, () => {
    let brands: TwoBrands;
    let routes: Map<string, Route>;

    beforeAll(async () => {
      brands = await TwoBrands.open();
      routes = new Map(walkRoutes(brands.app).map((route) => [route.id, route]));
    }, PER_ROUTE_MS);

    afterAll(() => brands.town.stop());

    const operations = OPERATIONS.filter(({ path }) => path.startsWith(entrance));

    it.each(operations.map((operation) => [operation.id, operation] as const))(
      '%s refuses them clearly, writes nothing and never fails',
      async (id, operation) => {
        const route = routes.get(id);
        if (!route) {
          throw new Error(`${id} was not found by walking`);
        }
        const call = await prepare(operation, brands);
        const before = await fingerprint(brands.app);
        expect(await tryAll(brands, route, call, wrongRequests(call), notAClearRefusal)).toEqual([]);
        expect(await fingerprint(brands.app)).toEqual(before);
        expect(await tryAll(brands, route, call, oddRequests(call), aFault)).toEqual([]);
      },
      PER_ROUTE_MS,
    );
  });
}
