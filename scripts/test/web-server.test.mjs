import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { anyPort } from '../lib/ports.mjs';
import { serveClient } from '../lib/web-server.mjs';

describe('the server of a built client', () => {
  let folder;
  let api;
  let client;
  let base;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'regulars-web-'));
    mkdirSync(join(folder, 'dist/js'), { recursive: true });
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    writeFileSync(join(folder, 'dist/.built'), 'stamp');
    writeFileSync(join(folder, 'dist/index.html'), '<p>老主顾</p>');
    writeFileSync(join(folder, 'dist/js/app.0a1b2c3d.js'), 'let a');
    api = createServer((asked, answer) => {
      const chunks = [];
      asked.on('data', (chunk) => chunks.push(chunk));
      asked.on('end', () =>
        answer.end(JSON.stringify({ url: asked.url, body: Buffer.concat(chunks).toString() })),
      );
    });
    const [apiPort, port] = [await anyPort(), await anyPort()];
    await new Promise((resolve) => api.listen(apiPort, resolve));
    client = await serveClient({
      folder: join(folder, 'dist'),
      port,
      apiPort,
      json: { '/config.json': (host) => ({ host }) },
    });
    base = `http://127.0.0.1:${port}`;
  });

  after(async () => {
    await client.stop();
    api.closeAllConnections();
    api.close();
    rmSync(folder, { recursive: true });
  });

  it('answers the index for every page address, never cached', async () => {
    const response = await fetch(`${base}/packages/trade/order?id=7`);
    assert.equal(await response.text(), '<p>老主顾</p>');
    assert.equal(response.headers.get('cache-control'), 'no-cache');
  });

  it('lets files be cached whose names change with their contents', async () => {
    const response = await fetch(`${base}/js/app.0a1b2c3d.js`);
    assert.match(response.headers.get('content-type'), /javascript/);
    assert.match(response.headers.get('cache-control'), /immutable/);
  });

  it('has no index for a missing file', async () => {
    assert.equal((await fetch(`${base}/js/gone.js`)).status, 404);
  });

  it('shows nothing outside its folder, and no hidden file', async () => {
    for (const path of ['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/.built', '/%00']) {
      assert.ok(!/secret|stamp/.test(await raw(path)), path);
    }
  });

  it('passes the API on, bodies included', async () => {
    const response = await fetch(`${base}/api/member/orders?x=1`, { method: 'POST', body: 'hello' });
    assert.deepEqual(await response.json(), { url: '/api/member/orders?x=1', body: 'hello' });
  });

  it('tells its settings by the name the visitor used', async () => {
    assert.deepEqual(await (await fetch(`${base}/config.json`)).json(), { host: '127.0.0.1' });
  });

  // fetch tidies a path up before it sends it.
  function raw(path) {
    return new Promise((resolve, reject) => {
      const { hostname, port } = new URL(base);
      request({ hostname, port, path }, (response) => {
        let text = '';
        response.on('data', (chunk) => (text += chunk)).on('end', () => resolve(text));
      })
        .on('error', reject)
        .end();
    });
  }
});
