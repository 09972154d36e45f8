import type { Context } from '../context.js';
import { refuse } from '../control/control-refusal.js';
import { mintCode } from '../mini-program/one-time-codes.js';
import { isObject } from '../shape.js';
import type { LiveScreen } from '../world/model.js';

const ANSWER_WITHIN_MS = 5_000;

/** Whoever holds the customer's phone in this try-it page. */
const THE_CUSTOMER = 'customer';

/**
 * Reads a code off somebody's screen the way that screen gets it: signed in as that person, from our own API.
 * Codes that change every half minute can be scanned this way without a second phone.
 */
export async function readScreen(
  context: Context,
  live: LiveScreen,
  customerOpenid: string,
): Promise<string> {
  const { world, credentials, settings } = context;
  if (settings.apiUrl === null) {
    refuse(409, '微信替身启动时没有得到接口的地址，读不到别人手机上的码。');
  }
  const user = world.users.get(live.as === THE_CUSTOMER ? customerOpenid : live.as);
  if (!user) {
    refuse(404, '这张码的主人还没有来过。');
  }
  const { code } = mintCode(world, 'login', user);
  const session = await call(`${settings.apiUrl}/api/member/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ appId: credentials.appId, code }),
  });
  const screen = await call(`${settings.apiUrl}${live.path}`, {
    headers: { Authorization: `Bearer ${String(session['token'])}` },
  });
  const value = screen[live.field];
  return typeof value === 'string' ? value : refuse(502, '那块屏幕上现在没有码。');
}

async function call(url: string, init: RequestInit): Promise<Record<string, unknown>> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(ANSWER_WITHIN_MS) }).catch(
    (error: unknown) => refuse(502, `读不到那块屏幕：${String(error)}`),
  );
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok || !isObject(answer)) {
    const reason = isObject(answer) && typeof answer['detail'] === 'string' ? answer['detail'] : url;
    refuse(502, `那块屏幕上现在没有码：${reason}`);
  }
  return answer;
}
