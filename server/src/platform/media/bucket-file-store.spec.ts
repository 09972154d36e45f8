import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { BucketFileStore } from './bucket-file-store.js';

const SECRET = 'a secret that is not known';
const REGION = 'ap-shanghai';

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Signature version 4, worked out anew from what arrived. */
function isSigned(request: IncomingMessage, secret: string): boolean {
  const authorization = request.headers.authorization ?? '';
  const [, scope = '', names = '', signature = ''] =
    /Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]+)/.exec(authorization) ?? [];
  const payload = String(request.headers['x-amz-content-sha256'] ?? 'UNSIGNED-PAYLOAD');
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name])}\n`);
  const canonical = [request.method, request.url, '', headers.join(''), names, payload].join('\n');
  const [day = '', region = '', service = ''] = scope.split('/');
  const toSign = [
    'AWS4-HMAC-SHA256',
    request.headers['x-amz-date'],
    scope,
    createHash('sha256').update(canonical).digest('hex'),
  ].join('\n');
  const key = hmac(hmac(hmac(hmac(`AWS4${secret}`, day), region), service), 'aws4_request');
  return region === REGION && service === 's3' && hmac(key, toSign).toString('hex') === signature;
}

describe('BucketFileStore', () => {
  const objects = new Map<string, Buffer>();
  let server: Server;
  let url: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      void buffer(request).then((body) => {
        const key = request.url ?? '';
        if (!isSigned(request, SECRET)) {
          response.writeHead(403).end();
        } else if (request.method === 'PUT') {
          objects.set(key, body);
          response.writeHead(200).end();
        } else if (request.method === 'DELETE') {
          response.writeHead(objects.delete(key) ? 204 : 404).end();
        } else {
          response.writeHead(objects.has(key) ? 200 : 404).end(objects.get(key));
        }
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/pictures`;
  });
  afterAll(() => {
    server.close();
  });

  const store = (secretAccessKey = SECRET) =>
    new BucketFileStore({ url, region: REGION, accessKeyId: 'AKID', secretAccessKey });

  it('keeps, hands out and removes, with every request signed', async () => {
    await store().put('202606/a.png', Buffer.from('pixels'), 'image/png');
    const content = await store().open('202606/a.png');
    expect(content && (await buffer(content)).toString()).toBe('pixels');
    await store().remove('202606/a.png');
    await expect(store().open('202606/a.png')).resolves.toBeUndefined();
    await store().remove('202606/a.png');
  });

  it('fails when the bucket does not take it', async () => {
    await expect(store('wrong').put('202606/b.png', Buffer.from('x'), 'image/png')).rejects.toThrow('403');
    await expect(store('wrong').open('202606/a.png')).rejects.toThrow('403');
  });
});
