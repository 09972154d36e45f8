import { ERRCODE } from './errcodes.js';
import { failureOf, type MiniProgramApi } from './mini-program-api.js';

const PATH = '/cgi-bin/message/subscribe/send';

export interface SubscribeMessage {
  readonly openid: string;
  readonly templateId: string;
  /** The template's keys exactly, such as `thing1`. */
  readonly data: Readonly<Record<string, string>>;
  /** Page that opens on a tap, with query. */
  readonly page?: string;
  readonly state?: 'developer' | 'trial' | 'formal';
}

export type SubscribeSend =
  | { readonly outcome: 'sent' }
  /** The customer never allowed it, took it back, or all allowed messages are used up. Nothing is wrong. */
  | { readonly outcome: 'not_allowed' }
  /** This message can never be delivered: its template, its data or its receiver is wrong. */
  | { readonly outcome: 'refused'; readonly errcode: number; readonly errmsg: string };

const UNDELIVERABLE: ReadonlySet<number> = new Set([
  ERRCODE.openidInvalid,
  ERRCODE.templateInvalid,
  ERRCODE.pageMissing,
  ERRCODE.messageInvalid,
]);

/** @throws WechatUnavailable after a time-out: then the message may have been delivered. */
export async function sendSubscribeMessage(
  api: MiniProgramApi,
  message: SubscribeMessage,
): Promise<SubscribeSend> {
  const answer = await api.post(PATH, {
    touser: message.openid,
    template_id: message.templateId,
    page: message.page,
    data: Object.fromEntries(Object.entries(message.data).map(([key, value]) => [key, { value }])),
    miniprogram_state: message.state ?? 'formal',
    lang: 'zh_CN',
  });
  if (answer.kind === 'json') {
    const { errcode, errmsg } = answer;
    if (errcode === ERRCODE.ok) {
      return { outcome: 'sent' };
    }
    if (errcode === ERRCODE.noSubscription) {
      return { outcome: 'not_allowed' };
    }
    if (UNDELIVERABLE.has(errcode)) {
      return { outcome: 'refused', errcode, errmsg };
    }
  }
  throw failureOf(PATH, answer);
}
