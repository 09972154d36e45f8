import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Context } from '../context.js';
import { refuse } from '../control/control-refusal.js';
import { read } from '../control/read.js';
import { uuid } from '../ids.js';
import { mintCode } from '../mini-program/one-time-codes.js';
import { grantPermission } from '../mini-program/subscribe-message.js';
import { pay, payable, PAYMENT_PROBLEMS } from '../pay/decide-payment.js';
import { payKeys } from '../pay/signing.js';
import { NOTIFY_BEHAVIOURS } from '../push/behaviours.js';
import { fields, listOf, numeric, oneOf, optional, required, text } from '../shape.js';
import type { Device } from '../world/model.js';
import { deviceView } from './device-view.js';
import type { Devices } from './devices.js';
import { streamEvents } from './event-stream.js';
import { paySignFits, type PaymentRequest } from './pay-sign.js';
import type { Decision } from './sheets.js';

const DEVICE_ID = text({ min: 4, max: 64, pattern: /^[A-Za-z0-9_-]+$/ });
const APP = fields({ appId: required(text({ max: 32 })) });
const NEW_DEVICE = fields({ device: optional(DEVICE_ID), openid: optional(text({ max: 128 })) });
const PAYMENT = fields({
  appId: required(text({ max: 32 })),
  timeStamp: required(text({ max: 12, pattern: /^\d+$/ })),
  nonceStr: required(text({ max: 32 })),
  package: required(text({ max: 128, pattern: /^prepay_id=/ })),
  signType: required(text({ max: 32 })),
  paySign: required(text({ max: 1024 })),
});
/** wx.requestSubscribeMessage takes no more at a time. */
const TEMPLATES_MAX = 3;
const SUBSCRIBE = fields({
  templateIds: required(listOf(text({ max: 128 }), { min: 1, max: TEMPLATES_MAX })),
});
const DECISION = fields({
  sheetId: required(text({ max: 64 })),
  choice: required(oneOf('pay', 'cancel', 'allow', 'refuse', 'scan', 'accept', 'reject')),
  notify: optional(oneOf(...NOTIFY_BEHAVIOURS)),
  phone: optional(text({ max: 20, pattern: /^1\d{10}$/ })),
  value: optional(text({ max: 1024 })),
  accepted: optional(listOf(text({ max: 128 }), { max: TEMPLATES_MAX })),
});
const IDENTITY = fields({ openid: required(text({ max: 128 })) });
const PLACE = fields({
  lat: required(numeric({ min: -90, max: 90 })),
  lng: required(numeric({ min: -180, max: 180 })),
});

type DeviceParams = { Params: { device: string } };

/** How a mini-program that runs in a browser plays wx.*, and how the person with the phone answers. */
export function deviceRoutes(context: Context, devices: Devices) {
  const { world, credentials } = context;
  const { merchant } = payKeys(credentials);
  const deviceOf = (params: DeviceParams['Params']): Device =>
    devices.ensure(read<string>(DEVICE_ID, params.device));
  const viewOf = (device: Device): object => deviceView(context, devices, device);

  return async (app: FastifyInstance): Promise<void> => {
    app.post('/devices', async ({ body }) => {
      const { device: id = uuid(), openid } = read<{ device?: string; openid?: string }>(NEW_DEVICE, body);
      const device = devices.ensure(id);
      if (openid !== undefined && openid !== device.openid) {
        devices.handTo(device, openid);
      }
      return viewOf(device);
    });
    app.get<DeviceParams>('/devices/:device', async ({ params }) => viewOf(deviceOf(params)));
    app.get<DeviceParams>('/devices/:device/events', async ({ params }, reply) => {
      const device = deviceOf(params);
      return streamEvents(
        reply,
        () => viewOf(device),
        (listener) => devices.watch(device.device, listener),
      );
    });
    app.post<DeviceParams>('/devices/:device/identity', async ({ params, body }) => {
      const device = deviceOf(params);
      devices.handTo(device, read<{ openid: string }>(IDENTITY, body).openid);
      return viewOf(device);
    });
    app.post<DeviceParams>('/devices/:device/decision', async ({ params, body }) => {
      const device = deviceOf(params);
      devices.decide(device, read<Decision>(DECISION, body));
      return viewOf(device);
    });
    app.get<DeviceParams>('/devices/:device/location', async ({ params }) => {
      const device = deviceOf(params);
      return device.locationAllowed && device.location
        ? { lat: device.location.lat, lng: device.location.lng }
        : { refused: true };
    });
    app.post<DeviceParams>('/devices/:device/location', async ({ params, body }) => {
      const device = deviceOf(params);
      const refused = isRefusal(body);
      devices.locate(device, refused ? null : read<{ lat: number; lng: number }>(PLACE, body));
      return viewOf(device);
    });
    app.post<DeviceParams>('/devices/:device/login', async ({ params, body }) => {
      const { openid } = deviceOf(params);
      return { code: mintCode(world, 'login', { openid, ...readApp(body) }).code };
    });
    app.post<DeviceParams>('/devices/:device/phone', async ({ params, body }, reply) => {
      const device = deviceOf(params);
      const { appId } = readApp(body);
      const user = devices.owner(device);
      const decision = await devices.ask(
        device,
        { kind: 'phone', phone: user.phone ?? '' },
        goneSignal(reply),
      );
      if (decision?.choice !== 'allow') {
        return { refused: true };
      }
      user.phone = decision.phone ?? user.phone;
      return { code: mintCode(world, 'phone', { openid: user.openid, appId }).code };
    });
    app.post<DeviceParams>('/devices/:device/scan', async ({ params }, reply) => {
      const decision = await devices.ask(deviceOf(params), { kind: 'scan' }, goneSignal(reply));
      return decision?.choice === 'scan' && decision.value !== undefined
        ? { result: decision.value }
        : { cancelled: true };
    });
    app.post<DeviceParams>('/devices/:device/subscribe', async ({ params, body }, reply) => {
      const device = deviceOf(params);
      const { templateIds } = read<{ templateIds: string[] }>(SUBSCRIBE, body);
      const { openid } = device;
      const templates = templateIds.map((id) => ({
        id,
        title: world.templates.get(id)?.title ?? '服务通知',
      }));
      const decision = await devices.ask(device, { kind: 'subscribe', templates }, goneSignal(reply));
      const accepted = decision?.choice === 'accept' ? (decision.accepted ?? templateIds) : [];
      const given = templateIds.filter((id) => accepted.includes(id));
      given.forEach((id) => grantPermission(world, openid, id, 1));
      return Object.fromEntries(templateIds.map((id) => [id, given.includes(id) ? 'accept' : 'reject']));
    });
    app.post<DeviceParams>('/devices/:device/payment', async ({ params, body }, reply) => {
      const device = deviceOf(params);
      const request = read<PaymentRequest>(PAYMENT, body);
      if (request.appId !== credentials.appId || !paySignFits(request, merchant)) {
        return { result: 'fail', message: '支付验证签名失败' };
      }
      return requestPayment(device, request.package, reply);
    });
  };

  async function requestPayment(device: Device, prepayId: string, reply: FastifyReply): Promise<object> {
    const { order, problem } = payable(world, prepayId);
    if (problem !== undefined) {
      return { result: 'fail', message: PAYMENT_PROBLEMS[problem] };
    }
    if (order.openid !== device.openid) {
      return { result: 'fail', message: '下单账号与支付账号不一致' };
    }
    const decision = await devices.ask(
      device,
      {
        kind: 'payment',
        merchant: context.settings.merchantName,
        description: order.description,
        amountFen: order.totalFen,
        outTradeNo: order.outTradeNo,
      },
      goneSignal(reply),
    );
    if (decision?.choice !== 'pay') {
      return { result: 'cancel' };
    }
    // While the person was thinking, the merchant may have closed the order.
    const now = payable(world, prepayId);
    if (now.problem !== undefined) {
      return { result: 'fail', message: PAYMENT_PROBLEMS[now.problem] };
    }
    pay(context, order, decision.notify ?? 'once');
    devices.changed(device.device);
    return { result: 'ok' };
  }

  function readApp(body: unknown): { appId: string } {
    const { appId } = read<{ appId: string }>(APP, body);
    return appId === credentials.appId ? { appId } : refuse(400, `no app ${appId}`);
  }
}

function isRefusal(body: unknown): boolean {
  return JSON.stringify(body) === '{"refused":true}';
}

/** Tells when the mini-program that asks has gone away: a reloaded phone must not leave a sheet behind. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once('close', () => controller.abort());
  return controller.signal;
}
