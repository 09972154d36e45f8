import { ERRCODE } from './errcodes.js';
import { type MiniProgramApi, readOk } from './mini-program-api.js';

const PATH = '/sns/jscode2session';

export type Login =
  | { readonly outcome: 'ok'; readonly openid: string; readonly unionid: string | null }
  /** `code_invalid`: used, expired or of another app, so the client asks `wx.login` again. */
  | { readonly outcome: 'refused'; readonly reason: 'code_invalid' | 'user_blocked' };

/** The session key stays unread: nothing here needs it, and what isn't kept can't leak. */
export async function login(api: MiniProgramApi, code: string): Promise<Login> {
  const answer = await api.getWithSecret(PATH, { js_code: code, grant_type: 'authorization_code' });
  if (answer.kind === 'json' && answer.errcode === ERRCODE.codeInvalid) {
    return { outcome: 'refused', reason: 'code_invalid' };
  }
  if (answer.kind === 'json' && answer.errcode === ERRCODE.userBlocked) {
    return { outcome: 'refused', reason: 'user_blocked' };
  }
  return readOk(PATH, answer, (fields) => ({
    outcome: 'ok',
    openid: fields.text('openid'),
    unionid: fields.optionalText('unionid'),
  }));
}
