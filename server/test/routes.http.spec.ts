import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { createApiDocument } from '../src/platform/http/api-document.js';
import { TestApp } from './harness.js';
import { CONTRACT, OPERATIONS, operationsOf, type Contract } from './routes/contract.js';
import { EXAMPLES } from './routes/examples.js';
import { ServedRoutes, walkRoutes, type Route } from './routes/walk.js';

/** Served beside the contract; each says why. */
const OUTSIDE_THE_CONTRACT: Readonly<Record<string, string>> = {
  'GET /health/live': 'for probes of the platform that runs the server',
  'GET /health/ready': 'for probes of the platform that runs the server',
  'GET /metrics': 'for the monitoring',
  'GET /media/*': 'pictures, from a folder',
};

describe('the routes', () => {
  let app: TestApp;
  let routes: Route[];
  const served = new ServedRoutes();

  beforeAll(async () => {
    app = await TestApp.start({ module: served.module });
    routes = walkRoutes(app);
  });

  afterAll(() => app.stop());

  const nameOf = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

  it('are all in the contract that the tests of routes are generated from', () => {
    const running = operationsOf(createApiDocument(app.nest) as unknown as Contract);
    const describe = (operations: typeof running) =>
      operations.map((operation) => `${operation.id}: ${nameOf(operation)}`).toSorted();
    expect(describe(OPERATIONS)).toEqual(describe(running));
    expect(Object.keys(CONTRACT.paths)).not.toHaveLength(0);
  });

  it('are all found by walking the controllers, and the server answers no other', () => {
    const known = [...OPERATIONS.map(nameOf), ...Object.keys(OUTSIDE_THE_CONTRACT)];
    // HEAD comes with GET, OPTIONS is the preflight of browsers: both carry no content.
    const answered = served.names.filter((name) => !/^(HEAD|OPTIONS) /.test(name));
    expect(answered).toEqual(known.toSorted());
    const walked = [...routes.map(nameOf), 'GET /media/*'];
    expect(walked.toSorted()).toEqual(known.toSorted());
  });

  it('each say who may call them', () => {
    expect(routes.filter(({ access }) => access === undefined)).toEqual([]);
  });

  it('each ask for the sign-in of their entrance', () => {
    const entrances = { member: ['visitor', 'member'], staff: ['staff'], admin: ['admin'] };
    const wrong = routes.filter(({ path, access }) => {
      const kinds = entrances[path.split('/')[2] as keyof typeof entrances] as string[] | undefined;
      return access !== undefined && access.kind !== 'public' && !kinds?.includes(access.kind);
    });
    expect(wrong).toEqual([]);
  });

  it('answer no other method, and HEAD to nobody whom GET would not answer', async () => {
    const wrong: string[] = [];
    for (const path of new Set(OPERATIONS.map((operation) => operation.path))) {
      const methods = OPERATIONS.filter((operation) => operation.path === path).map(({ method }) => method);
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter(
        (one) => !methods.includes(one),
      )) {
        const { body } = await app.send(method, path);
        // 401: taken for a parameter of another path.
        const isRefused = body.code === 'not_found' || body.code === 'unauthenticated';
        wrong.push(...(isRefused ? [] : [`${method} ${path}: ${JSON.stringify(body)}`]));
      }
    }
    const closed = routes.filter(({ method, access }) => method === 'GET' && access?.kind !== 'public');
    for (const { path } of closed) {
      const { status } = await app.send('HEAD', path);
      wrong.push(...(status === 401 ? [] : [`HEAD ${path}: ${status}`]));
    }
    expect(wrong).toEqual([]);
  });

  it('are not reached by bytes that are no HTTP, which get a problem all the same', async () => {
    const { hostname, port } = new URL(app.url);
    const socket = connect(Number(port), hostname);
    socket.write('WHAT IS THIS\r\n\r\n');
    const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
    expect(head).toContain('HTTP/1.1 400');
    expect(head).toContain('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ status: 400, code: 'bad_request' });
  });

  it('each have an example of how they are called', () => {
    expect(Object.keys(EXAMPLES).toSorted()).toEqual(OPERATIONS.map(({ id }) => id).toSorted());
  });
});
