/** A business error of api.weixin.qq.com: HTTP 200 with an errcode. */
export class MiniProgramRefusal extends Error {
  constructor(
    readonly errcode: number,
    readonly errmsg: string,
  ) {
    super(`${errcode} ${errmsg}`);
  }
}

export function refuse(errcode: number, errmsg: string): never {
  throw new MiniProgramRefusal(errcode, errmsg);
}
