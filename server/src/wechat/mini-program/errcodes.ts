/** `errcode` values of api.weixin.qq.com that we decide by. */
export const ERRCODE = {
  ok: 0,
  busy: -1,
  codeInvalid: 40029,
  userBlocked: 40226,
  tooFrequent: 45011,
  quotaUsedUp: 45009,
  pageMissing: 41030,
  noSubscription: 43101,
  openidInvalid: 40003,
  templateInvalid: 40037,
  messageInvalid: 47003,
  orderNotFound: 10060001,
  alreadyShipped: 10060002,
  nothingChanged: 10060023,
  shippingBusy: [10060012, 10060019],
} as const;

/** The access token is refused: secret changed, renewed elsewhere, malformed, or past its time. */
export const DEAD_TOKEN_ERRCODES: ReadonlySet<number> = new Set([40001, 40014, 42001]);

/** Not now, but later. */
export const LATER_ERRCODES: ReadonlySet<number> = new Set([
  ERRCODE.busy,
  ERRCODE.tooFrequent,
  ERRCODE.quotaUsedUp,
]);
