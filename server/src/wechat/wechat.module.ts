import { Global, Module } from '@nestjs/common';
import { Clock } from '../platform/clock/index.js';
import { Config } from '../platform/config/index.js';
import { FieldCipher } from '../platform/crypto/index.js';
import { Database, UnitOfWork } from '../platform/database/index.js';
import { DatabaseAccessTokenStore } from './mini-program/database-access-token-store.js';
import { MiniProgram } from './mini-program/mini-program.js';
import { PayNotifications } from './pay/notifications.js';
import type { TrustedKeys } from './pay/serials.js';
import { WechatPay } from './pay/wechat-pay.js';

/** The clients of WeChat, set up from the configuration. */
@Global()
@Module({
  providers: [
    {
      provide: MiniProgram,
      inject: [Config, Clock, Database, UnitOfWork, FieldCipher],
      useFactory: (config: Config, clock: Clock, ...rest: [Database, UnitOfWork, FieldCipher]) =>
        new MiniProgram(
          {
            baseUrl: config.get('wechatApiBase'),
            appId: config.get('wechatAppId'),
            appSecret: config.get('wechatAppSecret'),
          },
          new DatabaseAccessTokenStore(config.get('wechatAppId'), ...rest),
          clock,
        ),
    },
    {
      provide: WechatPay,
      inject: [Config, Clock],
      useFactory: (config: Config, clock: Clock) =>
        new WechatPay(
          {
            baseUrl: config.get('wechatPayBase'),
            appId: config.get('wechatAppId'),
            mchId: config.get('wechatMchId'),
            certificate: config.get('wechatMchCert'),
            privateKey: config.get('wechatMchKey'),
            trusted: trustedKeys(config),
          },
          clock,
        ),
    },
    {
      provide: PayNotifications,
      inject: [Config, Clock],
      useFactory: (config: Config, clock: Clock) =>
        new PayNotifications(
          { trusted: trustedKeys(config), apiV3Key: config.get('wechatPayApiV3Key') },
          clock,
        ),
    },
  ],
  exports: [MiniProgram, WechatPay, PayNotifications],
})
export class WechatModule {}

function trustedKeys(config: Config): TrustedKeys {
  return {
    publicKey: { id: config.get('wechatPayPublicKeyId'), pem: config.get('wechatPayPublicKey') },
    platformCertificates: config.get('wechatPayPlatformCerts'),
  };
}
