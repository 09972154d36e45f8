import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { APIS, type ApiName } from '../apis.js';
import type { Context } from '../context.js';
import type { Fault } from '../faults.js';
import { hex } from '../ids.js';
import { neverAnswer } from '../silence.js';
import { Bills } from './bills.js';
import { PayRefusal, refuse } from './pay-refusal.js';
import { prepay } from './prepay.js';
import { createRefund, queryRefund } from './refunds.js';
import { checkRequestSignature } from './request-signature.js';
import { badSignatureHeaders, payKeys, signatureHeaders } from './signing.js';
import { closeOrder, queryById, queryByOutTradeNo } from './transactions.js';

interface Call {
  readonly body: string;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, unknown>>;
  /** Where the caller found us, for links back to ourselves. */
  readonly origin: string;
}

interface Answer {
  readonly status: number;
  readonly body: object | Buffer | undefined;
  readonly number: number;
}

/** api.mch.weixin.qq.com: every request must be signed by the merchant, every answer but a bill file is signed by us. */
export function payRoutes(context: Context) {
  const keys = payKeys(context.credentials);
  const bills = new Bills(context);
  const handlers: Partial<Record<ApiName, (call: Call) => object | Buffer | undefined>> = {
    prepay: ({ body }) => prepay(context, body),
    query: ({ params, query }) => queryByOutTradeNo(context, params['outTradeNo'] ?? '', query['mchid']),
    queryById: ({ params, query }) => queryById(context, params['transactionId'] ?? '', query['mchid']),
    close: ({ params, body }) => void closeOrder(context, params['outTradeNo'] ?? '', body),
    refund: ({ body }) => createRefund(context, body),
    refundQuery: ({ params }) => queryRefund(context, params['outRefundNo'] ?? ''),
    tradeBill: ({ query, origin }) => bills.trade(query, origin),
    fundFlowBill: ({ query, origin }) => bills.fundFlow(query, origin),
    billFile: ({ query }) => bills.file(query),
  };

  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
    for (const [api, handle] of Object.entries(handlers)) {
      const { method, path } = APIS[api as ApiName];
      app.route({
        method,
        url: path,
        handler: async (request, reply) => {
          const fault = context.faults.take(api as ApiName);
          if (fault && !fault.applied) {
            return misbehave(fault, undefined, reply);
          }
          const answer = answerOf(() => handle(verifiedCall(request)));
          return fault ? misbehave(fault, answer, reply) : send(reply, answer);
        },
      });
    }
    app.all('/v3/*', async (_request, reply) =>
      send(
        reply,
        answerOf(() => refuse('RESOURCE_NOT_EXISTS', '请求的资源不存在')),
      ),
    );
  };

  function verifiedCall(request: FastifyRequest): Call {
    const { accept, 'user-agent': userAgent, authorization, 'wechatpay-serial': serial } = request.headers;
    if (!accept || !userAgent) {
      refuse('PARAM_ERROR', 'Http头缺少Accept或User-Agent');
    }
    const body = typeof request.body === 'string' ? request.body : '';
    checkRequestSignature(
      {
        method: request.method,
        url: request.raw.url ?? '',
        authorization,
        wechatpaySerial: typeof serial === 'string' ? serial : undefined,
        body,
      },
      { mchId: context.credentials.mchId, keys, signingNow: context.world.clock.signingNow() },
    );
    return {
      body,
      params: request.params as Call['params'],
      query: request.query as Call['query'],
      origin: `${request.protocol}://${request.host}`,
    };
  }

  function send(reply: FastifyReply, answer: Answer, sign = signatureHeaders): FastifyReply {
    void reply.code(answer.status).header('Request-ID', `${hex(32).toUpperCase()}-${answer.number}`);
    if (Buffer.isBuffer(answer.body)) {
      return reply.type('application/octet-stream').send(answer.body);
    }
    const text = answer.body === undefined ? '' : JSON.stringify(answer.body);
    void reply.headers(sign(keys, context.world.clock.signingNow(), text));
    return text === '' ? reply.send() : reply.type('application/json; charset=utf-8').send(text);
  }

  /** `done` is the answer to the work if it was done nevertheless. */
  function misbehave(fault: Fault, done: Answer | undefined, reply: FastifyReply): FastifyReply {
    switch (fault.mode) {
      case 'timeout':
        return neverAnswer(reply);
      case 'http500':
        return reply.code(500).type('text/html').send('<html><body>500 Internal Server Error</body></html>');
      case 'systemError':
        return send(
          reply,
          answerOf(() => refuse('SYSTEM_ERROR', '系统异常，请稍后重试')),
        );
      case 'frequency':
        return send(
          reply,
          answerOf(() => refuse('FREQUENCY_LIMITED', '频率限制，请降低请求接口频率')),
        );
      case 'badSignature':
        return send(reply, done ?? { status: 200, body: {}, number: 0 }, badSignatureHeaders);
    }
  }
}

function answerOf(work: () => object | Buffer | undefined): Answer {
  try {
    const body = work();
    return { status: body === undefined ? 204 : 200, body, number: 0 };
  } catch (error) {
    if (error instanceof PayRefusal) {
      return { status: error.status, body: error.body(), number: error.number };
    }
    throw error;
  }
}
