import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { toString as qrToString } from 'qrcode';
import type { Context } from '../context.js';
import { refuse } from '../control/control-refusal.js';
import { read } from '../control/read.js';
import { readScreen } from '../devices/live-screen.js';
import { fields, required, text } from '../shape.js';
import type { Role } from '../world/model.js';
import { oneTimeCode } from './one-time-code.js';

/** What the try-it page needs to know; secrets of the demo stay here. */
export interface PageSetup {
  readonly merchant: string;
  readonly phoneUrl: string | null;
  readonly consoleUrl: string | null;
  readonly docsUrl: string | null;
  readonly roles: readonly Omit<Role, 'totpSecret'>[];
  readonly codes: readonly {
    readonly id: string;
    readonly title: string;
    readonly subtitle: string;
    readonly kind: string;
    readonly value: string | null;
  }[];
  readonly places: readonly { readonly title: string; readonly lat: number; readonly lng: number }[];
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const SCAN = fields({ codeId: required(text({ max: 64 })), openid: required(text({ max: 128 })) });

/** The try-it page and the panel alone, with what they ask for. Without folders only their API is there. */
export function pageRoutes(context: Context, webFolders: readonly string[]) {
  const { world, settings } = context;

  return async (app: FastifyInstance): Promise<void> => {
    app.get('/', async (_request, reply) => sendFile(reply, 'index.html'));
    app.get('/wechat', async (_request, reply) => sendFile(reply, 'index.html'));
    app.get<{ Params: { file: string } }>('/assets/:file', async ({ params }, reply) =>
      sendFile(reply, params.file),
    );
    app.get('/page/setup', async () => setup());
    app.get<{ Querystring: { text?: string } }>('/page/qr.svg', async ({ query }, reply) =>
      reply
        .type('image/svg+xml')
        .header('Cache-Control', 'max-age=3600')
        .send(await qrToString(query.text ?? '', { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })),
    );
    app.get<{ Querystring: { role?: string } }>('/page/one-time-code', async ({ query }) => {
      const role = world.roles
        .values()
        .find((each) => each.role === query.role && each.totpSecret !== undefined);
      return oneTimeCode(
        role?.totpSecret ?? refuse(404, `no role ${query.role ?? ''} with a one-time code`),
        Date.now(),
      );
    });
    app.post('/page/scans', async ({ body }) => {
      const { codeId, openid } = read<{ codeId: string; openid: string }>(SCAN, body);
      const code = world.scannable.get(codeId) ?? refuse(404, `no code ${codeId}`);
      return { value: code.live ? await readScreen(context, code.live, openid) : code.value };
    });
  };

  function setup(): PageSetup {
    return {
      merchant: settings.merchantName,
      phoneUrl: settings.phoneUrl,
      consoleUrl: settings.consoleUrl,
      docsUrl: settings.apiUrl === null ? null : `${settings.apiUrl}/docs`,
      roles: world.roles.values().map(({ totpSecret: _secret, ...role }) => role),
      codes: world.scannable.values().map(({ live: _live, ...code }) => code),
      places: world.places.values(),
    };
  }

  function sendFile(reply: FastifyReply, name: string): FastifyReply {
    const type = TYPES[extname(name)];
    const file = webFolders.map((folder) => join(folder, name)).find((each) => existsSync(each));
    if (type === undefined || !/^[a-z0-9.-]+$/.test(name) || file === undefined) {
      return refuse(404, `no file ${name}`);
    }
    return reply.type(type).header('Cache-Control', 'no-cache').send(readFileSync(file));
  }
}
