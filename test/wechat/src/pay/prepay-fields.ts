import { isIP } from 'node:net';
import {
  fields,
  flag,
  listOf,
  numeric,
  oneOf,
  optional,
  required,
  text,
  whole,
  type Rule,
} from '../shape.js';

export interface PrepayBody {
  readonly appid: string;
  readonly mchid: string;
  readonly description: string;
  readonly out_trade_no: string;
  readonly time_expire?: string;
  readonly attach?: string;
  readonly notify_url: string;
  readonly amount: { readonly total: number; readonly currency?: 'CNY' };
  readonly payer: { readonly openid: string };
}

export const OUT_TRADE_NO = /^[0-9A-Za-z_\-|*]+$/;

const RFC3339 = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/;

/** Absolute, http(s), without a query: WeChat Pay doesn't push to anything else. */
export const notifyUrl =
  (max: number): Rule =>
  (value, field) =>
    text({ max })(value, field) ??
    (isPushTarget(String(value))
      ? undefined
      : { field, issue: 'must be an absolute address without a query', value, kind: 'invalid' });

const ipAddress: Rule = (value, field) =>
  typeof value === 'string' && isIP(value) !== 0
    ? undefined
    : { field, issue: 'must be an IPv4 or IPv6 address', value, kind: 'invalid' };

export const PREPAY_FIELDS = fields({
  appid: required(text({ max: 32 })),
  mchid: required(text({ max: 32 })),
  description: required(text({ max: 127 })),
  out_trade_no: required(text({ min: 6, max: 32, pattern: OUT_TRADE_NO })),
  time_expire: optional(text({ max: 64, pattern: RFC3339 })),
  attach: optional(text({ min: 0, max: 128 })),
  notify_url: required(notifyUrl(255)),
  goods_tag: optional(text({ max: 32 })),
  support_fapiao: optional(flag),
  amount: required(
    fields({
      total: required(whole({ min: 1, max: 100_000_000_00 })),
      currency: optional(oneOf('CNY')),
    }),
  ),
  payer: required(fields({ openid: required(text({ max: 128 })) })),
  detail: optional(
    fields({
      cost_price: optional(whole({ min: 0 })),
      invoice_id: optional(text({ max: 32 })),
      goods_detail: optional(
        listOf(
          fields({
            merchant_goods_id: required(text({ max: 32 })),
            wechatpay_goods_id: optional(text({ max: 32 })),
            goods_name: optional(text({ max: 256 })),
            quantity: required(numeric({ min: 1, max: Number.MAX_SAFE_INTEGER })),
            unit_price: required(whole({ min: 0 })),
          }),
          { max: 6000 },
        ),
      ),
    }),
  ),
  scene_info: optional(
    fields({
      payer_client_ip: required(ipAddress),
      device_id: optional(text({ max: 32 })),
      store_info: optional(
        fields({
          id: required(text({ max: 32 })),
          name: optional(text({ max: 256 })),
          area_code: optional(text({ max: 32 })),
          address: optional(text({ max: 512 })),
        }),
      ),
    }),
  ),
  settle_info: optional(fields({ profit_sharing: optional(flag) })),
  limit_pay: optional(listOf(text({ max: 32 }), { max: 10 })),
});

function isPushTarget(address: string): boolean {
  try {
    const url = new URL(address);
    return ['http:', 'https:'].includes(url.protocol) && url.search === '' && !address.includes('?');
  } catch {
    return false;
  }
}
