/** Carriers by WeChat's code for them, as people know them. */
export const CARRIERS = {
  SF: '顺丰速运',
  JD: '京东快递',
  ZTO: '中通快递',
  YTO: '圆通速递',
  STO: '申通快递',
  YD: '韵达快递',
  JTSD: '极兔速递',
  EMS: '邮政特快专递',
  YZPY: '邮政快递包裹',
  DBL: '德邦快递',
  KYSY: '跨越速运',
  UC: '优速快递',
  ZJS: '宅急送',
  ANE: '安能物流',
} as const;
export type Carrier = keyof typeof CARRIERS;
export const CARRIER_CODES = Object.keys(CARRIERS) as Carrier[];

/** WeChat takes no more parcels of one order. */
export const PARCELS_MAX = 15;

/** Waybills have a dozen digits or so, some with letters before them; a phone or an order number is none. */
export const TRACKING_NO = /^[A-Za-z]{0,6}\d{8,22}$/;
