import { createReadStream, statSync } from 'node:fs';
import { Agent, createServer, request as httpRequest } from 'node:http';
import { basename, extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webp': 'image/webp',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};
/** File names that change with their contents. */
const HASHED = /[.-][0-9a-zA-Z_-]{8,}\.(js|css|png|jpg|svg|woff2?)$/;
const TO_THE_API = /^\/(api|media)\//;

/**
 * Serves a built single-page client: its files, its index for every page address, the API under the same origin.
 * @param {{ folder: string, port: number, apiPort: number, json?: Record<string, (host: string) => unknown> }} options
 *   `json` answers fixed addresses; it is told the host name the visitor used, so that a phone on the
 *   same network gets addresses that it can reach
 */
export function serveClient({ folder, port, apiPort, json = {} }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const server = createServer((request, response) => {
    const path = pathOf(request);
    if (TO_THE_API.test(path)) {
      forward(request, response, { port: apiPort, agent });
    } else if (request.method !== 'GET' && request.method !== 'HEAD') {
      answer(response, 405, 'Method not allowed');
    } else if (json[path]) {
      const host = (request.headers.host ?? '127.0.0.1').replace(/:\d+$/, '');
      response.setHeader('content-type', TYPES['.json']);
      response.setHeader('cache-control', 'no-store');
      response.end(JSON.stringify(json[path](host)));
    } else {
      sendFile(request, response, folder, path);
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, () => {
      resolve({
        stop: () => {
          agent.destroy();
          server.closeAllConnections();
          return new Promise((done) => server.close(done));
        },
      });
    });
  });
}

function pathOf(request) {
  try {
    return decodeURIComponent(new URL(request.url, 'http://local').pathname);
  } catch {
    return '/';
  }
}

function forward(request, response, { port, agent }) {
  const { host, ...headers } = request.headers;
  const upstream = httpRequest({
    port,
    agent,
    host: '127.0.0.1',
    method: request.method,
    path: request.url,
    headers: {
      ...headers,
      host: `127.0.0.1:${port}`,
      'x-forwarded-for': request.socket.remoteAddress,
      'x-forwarded-host': host,
      'x-forwarded-proto': 'http',
    },
  });
  upstream.once('response', (answered) => {
    response.writeHead(answered.statusCode, answered.headers);
    pipeline(answered, response, () => undefined);
  });
  upstream.once('error', () => {
    if (response.headersSent) {
      response.destroy();
    } else {
      response.writeHead(502, { 'content-type': 'application/problem+json; charset=utf-8' });
      response.end(JSON.stringify({ status: 502, code: 'unavailable', title: '服务正在重启，请稍后再试。' }));
    }
  });
  pipeline(request, upstream, () => undefined);
}

function sendFile(request, response, folder, path) {
  const file = fileAt(folder, path) ?? (extname(path) ? undefined : fileAt(folder, '/index.html'));
  if (!file) {
    answer(response, 404, 'Not found');
    return;
  }
  response.setHeader('content-type', TYPES[extname(file.path)] ?? 'application/octet-stream');
  response.setHeader('content-length', file.size);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader(
    'cache-control',
    HASHED.test(file.path) ? 'public, max-age=31536000, immutable' : 'no-cache',
  );
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  pipeline(createReadStream(file.path), response, () => undefined);
}

function fileAt(folder, path) {
  const full = normalize(join(folder, path));
  if (!full.startsWith(folder + sep) || basename(full).startsWith('.')) {
    return undefined;
  }
  try {
    const found = statSync(full);
    return found.isFile() ? { path: full, size: found.size } : undefined;
  } catch {
    return undefined;
  }
}

function answer(response, status, text) {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(text);
}
