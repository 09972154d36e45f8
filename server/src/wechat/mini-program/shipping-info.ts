import { shanghaiMilliseconds } from '../http/shanghai-time.js';
import { DEAD_TOKEN_ERRCODES, ERRCODE, LATER_ERRCODES } from './errcodes.js';
import { failureOf, type MiniProgramApi } from './mini-program-api.js';

const PATH = '/wxa/sec/order/upload_shipping_info';
const ITEM_CHARACTERS_MAX = 120;
const UNIFIED_DELIVERY = 1;
const BY_TRANSACTION_ID = 2;

export type Shipping =
  | { readonly kind: 'pickup' }
  | { readonly kind: 'virtual' }
  | { readonly kind: 'same_city' }
  | {
      readonly kind: 'express';
      readonly trackingNo: string;
      /** WeChat's code of the company, such as `SF`. */
      readonly company: string;
      /** With all but the last four digits masked; some companies demand it. */
      readonly receiverPhoneMasked?: string;
    };

export interface ShippingInfo {
  readonly transactionId: string;
  readonly openid: string;
  /** What was bought, as the customer reads it; shortened to 120 characters. */
  readonly items: string;
  readonly shipping: Shipping;
  readonly at: Date;
}

export type ShippingUpload =
  | { readonly outcome: 'done' }
  /** WeChat doesn't know the payment yet, which it does about a minute after. */
  | { readonly outcome: 'later' }
  | { readonly outcome: 'refused'; readonly errcode: number; readonly errmsg: string };

const LOGISTICS_TYPE = { express: 1, same_city: 2, virtual: 3, pickup: 4 } as const;
const DONE: ReadonlySet<number> = new Set([ERRCODE.ok, ERRCODE.alreadyShipped, ERRCODE.nothingChanged]);
const LATER: ReadonlySet<number> = new Set([ERRCODE.orderNotFound, ...ERRCODE.shippingBusy]);

/** Tells WeChat that the goods are on their way: until then it keeps the money of the order. */
export async function uploadShippingInfo(api: MiniProgramApi, info: ShippingInfo): Promise<ShippingUpload> {
  const { shipping } = info;
  const answer = await api.post(PATH, {
    order_key: { order_number_type: BY_TRANSACTION_ID, transaction_id: info.transactionId },
    logistics_type: LOGISTICS_TYPE[shipping.kind],
    delivery_mode: UNIFIED_DELIVERY,
    shipping_list: [
      {
        item_desc: [...info.items].slice(0, ITEM_CHARACTERS_MAX).join(''),
        ...(shipping.kind === 'express' && {
          tracking_no: shipping.trackingNo,
          express_company: shipping.company,
          contact: shipping.receiverPhoneMasked && { receiver_contact: shipping.receiverPhoneMasked },
        }),
      },
    ],
    upload_time: shanghaiMilliseconds(info.at),
    payer: { openid: info.openid },
  });
  if (
    answer.kind !== 'json' ||
    LATER_ERRCODES.has(answer.errcode) ||
    DEAD_TOKEN_ERRCODES.has(answer.errcode)
  ) {
    throw failureOf(PATH, answer);
  }
  const { errcode, errmsg } = answer;
  if (DONE.has(errcode)) {
    return { outcome: 'done' };
  }
  return LATER.has(errcode) ? { outcome: 'later' } : { outcome: 'refused', errcode, errmsg };
}
