import { MERCHANT, PUBLIC_KEY_ID, WECHAT_PUBLIC_KEY } from './wechat/pay-peer.js';

/** Published test keys: enough to start with. Tests that talk to WeChat take the stand-in's own credentials. */
export const TEST_CREDENTIALS = {
  WECHAT_API_BASE: 'http://127.0.0.1:9',
  WECHAT_PAY_BASE: 'http://127.0.0.1:9',
  WECHAT_APP_ID: MERCHANT.appId,
  WECHAT_APP_SECRET: 'not-a-secret',
  WECHAT_MCH_ID: MERCHANT.mchId,
  WECHAT_MCH_CERT: MERCHANT.certificate,
  WECHAT_MCH_KEY: MERCHANT.privateKey,
  WECHAT_PAY_API_V3_KEY: 'an-api-v3-key-only-used-by-tests',
  WECHAT_PAY_PUBLIC_KEY: WECHAT_PUBLIC_KEY,
  WECHAT_PAY_PUBLIC_KEY_ID: PUBLIC_KEY_ID,
} as const;
