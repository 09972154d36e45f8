import { Agenda } from './agenda.js';
import { MovableClock } from './clock.js';
import { Keyed } from './keyed.js';
import type {
  AccessToken,
  Device,
  ForcedRefresh,
  OneTimeCode,
  PayOrder,
  Permission,
  Place,
  Prepay,
  Push,
  ReceivedMessage,
  Refund,
  RefundPolicy,
  Role,
  ScannableCode,
  Template,
  User,
} from './model.js';

/** The state of WeChat, as far as we play it. What is a shelf here survives a restart when a state file is given. */
export class World {
  readonly clock: MovableClock;
  readonly agenda: Agenda;

  readonly users = new Keyed<User>((user) => user.openid);
  readonly codes = new Keyed<OneTimeCode>((code) => code.code);
  readonly accessTokens = new Keyed<AccessToken>((token) => token.token);
  readonly forcedRefreshes = new Keyed<ForcedRefresh>((refresh) => `${refresh.appId} ${refresh.at}`);

  readonly pages = new Keyed<string>((page) => page);
  readonly templates = new Keyed<Template>((template) => template.id);
  readonly permissions = new Keyed<Permission>((each) => permissionKey(each.openid, each.templateId));
  readonly messages = new Keyed<ReceivedMessage>((message) => message.id);

  readonly orders = new Keyed<PayOrder>((order) => order.outTradeNo);
  readonly transactions = new Keyed<{ transactionId: string; outTradeNo: string }>(
    (each) => each.transactionId,
  );
  readonly prepays = new Keyed<Prepay>((prepay) => prepay.prepayId);
  readonly refunds = new Keyed<Refund>((refund) => refund.outRefundNo);
  readonly pushes = new Keyed<Push>((push) => push.id);

  readonly devices = new Keyed<Device>((device) => device.device);
  readonly scannable = new Keyed<ScannableCode>((code) => code.id);
  readonly places = new Keyed<Place>((place) => place.title);
  readonly roles = new Keyed<Role>((role) => `${role.role} ${role.openid ?? role.title}`);

  refundPolicy: RefundPolicy = { afterMs: 1000, status: 'SUCCESS', notify: 'once' };

  constructor(hooks: { report: (error: unknown) => void; changed: () => void; realTime?: () => number }) {
    this.clock = new MovableClock(hooks.realTime);
    this.agenda = new Agenda(this.clock, hooks.report, hooks.changed);
  }

  now(): number {
    return this.clock.now();
  }
}

export function permissionKey(openid: string, templateId: string): string {
  return `${openid} ${templateId}`;
}
