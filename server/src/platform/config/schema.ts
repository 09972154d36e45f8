import {
  matching,
  parseCertificates,
  parseChoice,
  parseDatabaseUrl,
  parseFlag,
  parseKey,
  parsePort,
  parsePrivateKey,
  parsePublicKey,
  parseText,
  parseUrl,
  parseWhole,
  type Setting,
} from './settings.js';

function setting<T>(definition: Setting<T>): Setting<T> {
  return definition;
}

/** The typed schema of the configuration; `.env.example` is written from it. */
export const SCHEMA = {
  environment: setting({
    env: 'NODE_ENV',
    doc: 'production refuses the WeChat stand-in and plain http',
    parse: parseChoice('development', 'test', 'production'),
    fallback: 'development',
  }),
  apiPort: setting({ env: 'PORT_API', doc: 'port the API listens on', parse: parsePort, fallback: 8080 }),
  apiHost: setting({
    env: 'HOST_API',
    doc: 'address the API listens on',
    parse: parseText,
    fallback: '0.0.0.0',
  }),
  databaseUrl: setting({
    env: 'DATABASE_URL',
    doc: 'MySQL 8, MariaDB 10.11 or any MySQL-protocol cluster',
    parse: parseDatabaseUrl,
    example: 'mysql://user:password@127.0.0.1:3306/regulars',
    secret: true,
  }),
  databasePoolSize: setting({
    env: 'DATABASE_POOL_SIZE',
    doc: 'connections one process keeps at most',
    parse: parseWhole(2, 1000),
    fallback: 20,
  }),
  publicUrl: setting({
    env: 'PUBLIC_URL',
    doc: 'where WeChat reaches the API, for payment notifications',
    parse: parseUrl,
    example: 'https://api.example.com',
  }),
  phoneUrl: setting({
    env: 'PHONE_URL',
    doc: 'where the mini-program runs as h5; may call the API from there',
    parse: parseUrl,
    fallback: 'http://127.0.0.1:8081',
  }),
  consoleUrl: setting({
    env: 'CONSOLE_URL',
    doc: 'where the brand console runs',
    parse: parseUrl,
    fallback: 'http://127.0.0.1:8082',
  }),
  mediaDir: setting({
    env: 'MEDIA_DIR',
    doc: 'folder of pictures served under /media',
    parse: parseText,
    fallback: '.data/media',
  }),
  logLevel: setting({
    env: 'LOG_LEVEL',
    doc: 'how much is logged',
    parse: parseChoice('silent', 'error', 'warn', 'info', 'debug'),
    fallback: 'info',
  }),
  metricsToken: setting<string | undefined>({
    env: 'METRICS_TOKEN',
    doc: 'opens /metrics to other machines; without it only this machine may read',
    parse: parseText,
    fallback: undefined,
    secret: true,
  }),
  requestsPerMinutePerIp: setting({
    env: 'RATE_LIMIT_PER_IP',
    doc: 'requests a minute from one address; 0 is no limit',
    parse: parseWhole(0, 10_000_000),
    fallback: 3000,
  }),
  requestsPerMinutePerIdentity: setting({
    env: 'RATE_LIMIT_PER_IDENTITY',
    doc: 'requests a minute by one signed-in person; 0 is no limit',
    parse: parseWhole(0, 10_000_000),
    fallback: 600,
  }),
  trustProxy: setting({
    env: 'TRUST_PROXY',
    doc: 'true when a reverse proxy in front sets X-Forwarded-For',
    parse: parseFlag,
    fallback: false,
  }),
  dataKey: setting({
    env: 'DATA_KEY',
    doc: 'encrypts personal data and keys its blind index; losing it loses the data',
    parse: parseKey(32),
    example: '(32 random bytes in base64)',
    secret: true,
  }),
  idKey: setting({
    env: 'ID_KEY',
    doc: 'turns internal numbers into public ids; changing it breaks printed links',
    parse: parseKey(16),
    example: '(16 random bytes in base64)',
    secret: true,
  }),
  sessionKey: setting({
    env: 'SESSION_KEY',
    doc: 'signs sessions and rotating codes; changing it signs everybody out',
    parse: parseKey(32),
    example: '(32 random bytes in base64)',
    secret: true,
  }),
  wechatApiBase: setting({
    env: 'WECHAT_API_BASE',
    doc: 'host of the mini-program API',
    parse: parseUrl,
    fallback: 'https://api.weixin.qq.com',
  }),
  wechatPayBase: setting({
    env: 'WECHAT_PAY_BASE',
    doc: 'host of WeChat Pay APIv3',
    parse: parseUrl,
    fallback: 'https://api.mch.weixin.qq.com',
  }),
  wecomApiBase: setting({
    env: 'WECOM_API_BASE',
    doc: 'host of the WeCom API',
    parse: parseUrl,
    fallback: 'https://qyapi.weixin.qq.com',
  }),
  wechatAppId: setting({
    env: 'WECHAT_APP_ID',
    doc: 'app id of the mini-program',
    parse: matching(/^wx[0-9a-z]{8,30}$/, 'an app id such as wx8888888888888888'),
    example: 'wx8888888888888888',
  }),
  wechatAppSecret: setting({
    env: 'WECHAT_APP_SECRET',
    doc: 'app secret of the mini-program',
    parse: parseText,
    example: '(from the mini-program console)',
    secret: true,
  }),
  wechatMchId: setting({
    env: 'WECHAT_MCH_ID',
    doc: 'merchant number of WeChat Pay',
    parse: matching(/^\d{8,32}$/, 'a merchant number of 8 to 32 digits'),
    example: '1900000109',
  }),
  wechatMchCert: setting({
    env: 'WECHAT_MCH_CERT',
    doc: 'merchant API certificate, PEM text or file',
    parse: parseCertificates,
    example: './apiclient_cert.pem',
  }),
  wechatMchKey: setting({
    env: 'WECHAT_MCH_KEY',
    doc: 'merchant private key, PEM text or file',
    parse: parsePrivateKey,
    example: './apiclient_key.pem',
    secret: true,
  }),
  wechatPayApiV3Key: setting({
    env: 'WECHAT_PAY_API_V3_KEY',
    doc: 'APIv3 key that decrypts notifications',
    parse: matching(/^[\x20-\x7e]{32}$/, '32 printable characters'),
    example: '(32 characters)',
    secret: true,
  }),
  wechatPayPublicKey: setting({
    env: 'WECHAT_PAY_PUBLIC_KEY',
    doc: 'WeChat Pay public key, PEM text or file',
    parse: parsePublicKey,
    example: './pub_key.pem',
  }),
  wechatPayPublicKeyId: setting({
    env: 'WECHAT_PAY_PUBLIC_KEY_ID',
    doc: 'its number',
    parse: matching(/^PUB_KEY_ID_\d+$/, 'a key number such as PUB_KEY_ID_0119000000012025010100000000000001'),
    example: 'PUB_KEY_ID_0119000000012025010100000000000001',
  }),
  wechatPayPlatformCerts: setting<string | undefined>({
    env: 'WECHAT_PAY_PLATFORM_CERTS',
    doc: 'platform certificates of older merchants, PEM text or file with one or several; optional',
    parse: parseCertificates,
    fallback: undefined,
  }),
};

export type Values = { readonly [K in keyof typeof SCHEMA]: ReturnType<(typeof SCHEMA)[K]['parse']> };
