import { Refusal } from '../platform/http/index.js';

/**
 * WeChat could not be reached or was too busy. Whether the call had an effect is unknown; try again later.
 * Left alone it answers the request with 503; in a job it means: again later.
 */
export class WechatUnavailable extends Refusal {
  override readonly name = 'WechatUnavailable';

  constructor(reason: string) {
    super('wechat_unavailable');
    // People read the sentence of the code, the log reads the reason.
    this.cause = new Error(reason);
  }

  /** What the job table keeps of it. */
  override toString(): string {
    return `${this.name}: ${(this.cause as Error).message}`;
  }
}

/** WeChat refused a call for a reason that only an operator can mend: credentials, quota, configuration. */
export class WechatRefused extends Error {
  override readonly name = 'WechatRefused';

  constructor(
    readonly api: string,
    readonly errcode: number,
    readonly errmsg: string,
  ) {
    super(`${api} refused with ${errcode}: ${errmsg}`);
  }
}
