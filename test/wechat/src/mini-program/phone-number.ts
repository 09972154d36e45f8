import type { Context } from '../context.js';
import { spendCode } from './one-time-codes.js';
import { refuse } from './refusal.js';

const COUNTRY_CODE = '86';

/** wxa/business/getuserphonenumber */
export function getPhoneNumber({ world, credentials }: Context, body: { readonly code?: unknown }): object {
  if (typeof body.code !== 'string' || body.code === '') {
    refuse(41008, 'missing code');
  }
  const user = spendCode(world, 'phone', body.code, credentials.appId);
  if (user.phone === null) {
    refuse(40029, 'invalid code');
  }
  return {
    errcode: 0,
    errmsg: 'ok',
    phone_info: {
      phoneNumber: user.phone,
      purePhoneNumber: user.phone,
      countryCode: COUNTRY_CODE,
      watermark: { timestamp: Math.floor(world.now() / 1000), appid: credentials.appId },
    },
  };
}
