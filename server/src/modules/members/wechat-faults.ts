import { Refusal } from '../../platform/http/index.js';
import { WechatUnavailable } from '../../wechat/index.js';

/** WeChat being away is "try again in a moment" to a customer, not a fault of ours. */
export async function busyWhenUnavailable<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    throw error instanceof WechatUnavailable ? new Refusal('unavailable') : error;
  }
}
