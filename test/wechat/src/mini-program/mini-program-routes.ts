import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { APIS, type ApiName } from '../apis.js';
import type { Context } from '../context.js';
import type { Fault } from '../faults.js';
import { hex } from '../ids.js';
import { isObject } from '../shape.js';
import { neverAnswer } from '../silence.js';
import { checkAccessToken, stableToken } from './access-tokens.js';
import { checkMedia, checkText } from './content-security.js';
import { code2Session } from './login.js';
import { getPhoneNumber } from './phone-number.js';
import { MiniProgramRefusal, refuse } from './refusal.js';
import { uploadShippingInfo } from './shipping.js';
import { sendSubscribeMessage } from './subscribe-message.js';
import { getUnlimitedCode } from './unlimited-code.js';

type Query = Readonly<Record<string, unknown>>;
type Answer = object | Buffer;

/** api.weixin.qq.com: business errors are HTTP 200 with an errcode, the access token comes in the query only. */
export function miniProgramRoutes(context: Context) {
  const { world } = context;
  const withToken =
    (handle: (body: Record<string, unknown>) => Answer | Promise<Answer>) =>
    (query: Query, body: Record<string, unknown>): Answer | Promise<Answer> => {
      checkAccessToken(world, query['access_token']);
      return handle(body);
    };
  const handlers: Partial<
    Record<ApiName, (query: Query, body: Record<string, unknown>) => Answer | Promise<Answer>>
  > = {
    stableToken: (_query, body) => stableToken(context, body),
    code2Session: (query) => code2Session(context, query),
    getPhoneNumber: withToken((body) => getPhoneNumber(context, body)),
    getUnlimited: withToken((body) => getUnlimitedCode(world, body)),
    subscribeSend: withToken((body) => sendSubscribeMessage(context, body)),
    uploadShippingInfo: withToken((body) => uploadShippingInfo(context, body)),
    msgSecCheck: withToken((body) => checkText(context, body)),
    mediaCheckAsync: withToken((body) => checkMedia(context, body)),
  };

  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    for (const [api, handle] of Object.entries(handlers)) {
      const { method, path } = APIS[api as ApiName];
      app.all(path, async (request, reply) => {
        const fault = context.faults.take(api as ApiName);
        if (fault && !fault.applied) {
          return misbehave(fault, api as ApiName, reply);
        }
        const answer = await answerOf(async () => {
          if (request.method !== method) {
            refuse(method === 'POST' ? 43002 : 43001, `require ${method} method`);
          }
          return handle(request.query as Query, method === 'POST' ? parseBody(request) : {});
        });
        return fault ? misbehave(fault, api as ApiName, reply) : send(reply, answer);
      });
    }
  };
}

async function answerOf(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof MiniProgramRefusal) {
      return errorAnswer(error.errcode, error.errmsg);
    }
    throw error;
  }
}

function parseBody(request: FastifyRequest): Record<string, unknown> {
  if (typeof request.body !== 'string' || request.body === '') {
    refuse(44002, 'empty post data');
  }
  try {
    const body: unknown = JSON.parse(request.body);
    return isObject(body) ? body : refuse(47001, 'data format error');
  } catch {
    return refuse(47001, 'data format error');
  }
}

function send(reply: FastifyReply, answer: Answer): FastifyReply {
  return Buffer.isBuffer(answer)
    ? reply.type('image/png').send(answer)
    : reply.type('application/json; charset=utf-8').send(JSON.stringify(answer));
}

function misbehave(fault: Fault, api: ApiName, reply: FastifyReply): FastifyReply {
  switch (fault.mode) {
    case 'timeout':
      return neverAnswer(reply);
    case 'http500':
      return reply.code(500).type('text/plain').send('Internal Server Error');
    case 'systemError':
      return send(reply, errorAnswer(-1, 'system error'));
    case 'frequency':
      return api === 'code2Session'
        ? send(reply, errorAnswer(45011, 'api minute-quota reach limit, must slower, retry next minute'))
        : send(reply, errorAnswer(45009, 'reach max api daily quota limit'));
    case 'badSignature':
      throw new Error('api.weixin.qq.com signs nothing');
  }
}

/** Real messages end in a request id, so that nobody can compare them for equality. */
function errorAnswer(errcode: number, errmsg: string): Answer {
  return { errcode, errmsg: `${errmsg} rid: ${hex(8)}-${hex(8)}-${hex(8)}` };
}
