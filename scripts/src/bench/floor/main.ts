import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { configurePublicIds } from '@regulars/server/platform/ids/public-id';
import { given } from '../environment.js';
import { showCard } from './card.js';
import { checkIn, type CheckInBody } from './check-in.js';
import { FloorDatabase } from './database.js';
import { readFacts } from './facts.js';
import { Notifications } from './notify.js';
import { placeOrder, type OrderBody } from './order.js';
import { quoteCart } from './quote.js';
import { Refused } from './refused.js';
import { Sessions, type Caller } from './session.js';
import { detail, listByCursor, listByOffset } from './shelf.js';

/**
 * The floor: the same answers and the same rows with nothing but `node:http` and the driver. It checks nothing that
 * it does not need, so nobody should run it; it is what a framework is measured by.
 */
configurePublicIds(Buffer.from(given('ID_KEY'), 'base64'));
const database = new FloorDatabase(given('DATABASE_URL'), Number(given('DATABASE_POOL_SIZE')));
const facts = await readFacts(database);
const sessions = new Sessions(database, given('SESSION_KEY'));
const notifications = new Notifications(database, facts, {
  publicKey: given('WECHAT_PAY_PUBLIC_KEY'),
  apiV3Key: given('WECHAT_PAY_API_V3_KEY'),
});
const DETAIL = '/api/member/products/';

createServer((request, response) => {
  void serve(request).then(
    ({ status, body }) => send(response, status, body),
    (error: unknown) =>
      send(response, error instanceof Refused ? error.status : 500, JSON.stringify({ error: String(error) })),
  );
}).listen(Number(given('PORT_API')), '127.0.0.1');

async function serve(request: IncomingMessage): Promise<{ status: number; body: string }> {
  const body = request.method === 'POST' ? await bodyOf(request) : undefined;
  const answer = body ? await post(request, body) : await get(request);
  return { status: answer.status, body: answer.body === undefined ? '' : JSON.stringify(answer.body) };
}

async function get(request: IncomingMessage): Promise<{ status: number; body: object }> {
  const [path = '', search = ''] = (request.url ?? '').split('?', 2);
  const query = new URLSearchParams(search);
  if (path === '/api/member/products') {
    const list = query.has('offset') ? listByOffset : listByCursor;
    return { status: 200, body: await list(database, query) };
  }
  if (path.startsWith(DETAIL)) {
    return { status: 200, body: await detail(database, path.slice(DETAIL.length)) };
  }
  if (path === '/api/member/card') {
    return { status: 200, body: await showCard(database, facts, await caller(request), query) };
  }
  throw new Refused(404, 'Not found');
}

async function post(request: IncomingMessage, body: Buffer): Promise<{ status: number; body?: object }> {
  switch (request.url ?? '') {
    case '/api/member/quotes':
      return { status: 200, body: await quoteCart(database, facts, await caller(request), parse(body)) };
    case '/api/member/orders': {
      const key = String(request.headers['idempotency-key']);
      const order = await placeOrder(database, facts, await caller(request), key, parse<OrderBody>(body));
      return { status: 201, body: order };
    }
    case '/api/member/check-ins':
      return {
        status: 201,
        body: await checkIn(database, facts, await caller(request), parse<CheckInBody>(body)),
      };
    case '/hooks/wechat/pay/transactions':
      await notifications.receive(request.headers, body);
      return { status: 200 };
    default:
      throw new Refused(404, 'Not found');
  }
}

async function caller(request: IncomingMessage): Promise<Caller> {
  const found = await sessions.caller(request.headers.authorization);
  if (!found) {
    throw new Refused(401, 'Not signed in');
  }
  return found;
}

function bodyOf(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)));
    request.on('error', reject);
  });
}

function parse<T>(body: Buffer): T {
  return JSON.parse(body.toString('utf8')) as T;
}

function send(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}
