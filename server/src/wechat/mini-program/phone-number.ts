import { WechatRefused } from '../errors.js';
import { ERRCODE } from './errcodes.js';
import { type MiniProgramApi, readOk } from './mini-program-api.js';

const PATH = '/wxa/business/getuserphonenumber';

export type PhoneNumber =
  | { readonly outcome: 'ok'; readonly countryCode: string; readonly number: string }
  /** Used, expired, of another app, or a code of `wx.login` by mistake. */
  | { readonly outcome: 'refused'; readonly reason: 'code_invalid' };

export async function phoneNumber(api: MiniProgramApi, code: string): Promise<PhoneNumber> {
  const answer = await api.post(PATH, { code });
  if (answer.kind === 'json' && answer.errcode === ERRCODE.codeInvalid) {
    return { outcome: 'refused', reason: 'code_invalid' };
  }
  return readOk(PATH, answer, (fields) => {
    const info = fields.object('phone_info');
    const appId = info.object('watermark').text('appid');
    if (appId !== api.appId) {
      throw new WechatRefused(PATH, ERRCODE.ok, `the number belongs to another app, ${appId}`);
    }
    return {
      outcome: 'ok',
      countryCode: info.textOrWhole('countryCode'),
      number: info.text('purePhoneNumber'),
    };
  });
}
