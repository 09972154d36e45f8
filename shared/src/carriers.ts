/** Carriers by WeChat's code for them, as people know them. */
export const CARRIERS = {
  SF: '顺丰速运',
  JD: '京东快递',
  ZTO: '中通快递',
  YTO: '圆通速递',
  STO: '申通快递',
  YD: '韵达快递',
  EMS: '邮政特快专递',
} as const;
export type Carrier = keyof typeof CARRIERS;
export const CARRIER_CODES = Object.keys(CARRIERS) as Carrier[];
