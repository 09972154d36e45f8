import type { Clock } from '../../platform/clock/index.js';
import type { AccessTokenStore } from './access-token-store.js';
import { type Login, login } from './login.js';
import { MiniProgramApi, type MiniProgramOptions } from './mini-program-api.js';
import { type MiniProgramCode, miniProgramCode, type MiniProgramCodeRequest } from './mini-program-code.js';
import { type PhoneNumber, phoneNumber } from './phone-number.js';
import { type ShippingInfo, type ShippingUpload, uploadShippingInfo } from './shipping-info.js';
import { sendSubscribeMessage, type SubscribeMessage, type SubscribeSend } from './subscribe-message.js';

/**
 * What the server asks of WeChat for its mini-program. Outcomes that belong to normal life are values; the rest
 * throws `WechatUnavailable` (later) or `WechatRefused` (an operator must act).
 */
export class MiniProgram {
  private readonly api: MiniProgramApi;

  constructor(options: MiniProgramOptions, store: AccessTokenStore, clock: Clock) {
    this.api = new MiniProgramApi(options, store, clock);
  }

  get appId(): string {
    return this.api.appId;
  }

  /** Who opened the mini-program: exchanges the code of `wx.login`. */
  login(code: string): Promise<Login> {
    return login(this.api, code);
  }

  /** Exchanges the code of the phone number button. */
  phoneNumber(code: string): Promise<PhoneNumber> {
    return phoneNumber(this.api, code);
  }

  code(request: MiniProgramCodeRequest): Promise<MiniProgramCode> {
    return miniProgramCode(this.api, request);
  }

  sendSubscribeMessage(message: SubscribeMessage): Promise<SubscribeSend> {
    return sendSubscribeMessage(this.api, message);
  }

  uploadShippingInfo(info: ShippingInfo): Promise<ShippingUpload> {
    return uploadShippingInfo(this.api, info);
  }
}
