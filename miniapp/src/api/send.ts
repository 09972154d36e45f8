import type { ApiRequest, ApiResponse, Send } from '@regulars/shared/api';
import { loadConfig } from '@/platform/config';
import { request } from '@/platform/request';
import type { Session } from './session';

/** Straight to the server, as nobody. */
export const sendPlain: Send = (asked) => sendAs(undefined, asked);

/** Signs in first when needed, and once more when the server no longer knows the token. */
export function sendSignedIn(session: Session): Send {
  return async (asked) => {
    const { token } = await session.ensure();
    const answer = await sendAs(token, asked);
    if (answer.status !== 401) {
      return answer;
    }
    const renewed = await session.renew();
    return sendAs(renewed.token, asked);
  };
}

/** For what anybody may see: says who we are if that is known already, and waits for nothing. */
export function sendOpenly(session: Session): Send {
  return async (asked) => {
    const answer = await sendAs(session.token, asked);
    return answer.status === 401 ? sendAs(undefined, asked) : answer;
  };
}

async function sendAs(
  token: string | undefined,
  { method, url, body, headers }: ApiRequest,
): Promise<ApiResponse> {
  if (method === 'PATCH') {
    throw new Error('wx.request cannot send PATCH');
  }
  const { apiBase } = await loadConfig();
  return request({
    method,
    url: `${apiBase}${url}`,
    body,
    headers: token ? { ...headers, Authorization: `Bearer ${token}` } : { ...headers },
  });
}
