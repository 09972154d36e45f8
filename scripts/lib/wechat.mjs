import { at } from './paths.mjs';

/** Any of these set means: talk to the real WeChat with these credentials, without the stand-in. */
const REAL = [
  'WECHAT_APP_ID',
  'WECHAT_APP_SECRET',
  'WECHAT_MCH_ID',
  'WECHAT_MCH_KEY',
  'WECHAT_PAY_API_V3_KEY',
];

export const usesRealWechat = () => REAL.some((name) => process.env[name]);

/** The stand-in's own credentials, made once and kept in `folder`, and its address instead of WeChat's hosts. */
export async function standInEnvironment(folder, port) {
  // Built by the run that is under way, so not there when this file is loaded.
  const { makeCredentials, serverEnvironment } = await import(at('test/wechat/dist/index.js'));
  return serverEnvironment(makeCredentials(folder), `http://127.0.0.1:${port}`);
}
