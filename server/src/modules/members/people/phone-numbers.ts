import { Injectable } from '@nestjs/common';
import { Refusal } from '../../../platform/http/index.js';
import { MiniProgram } from '../../../wechat/index.js';
import { normalisePhone } from '../domain/phone.js';
import { busyWhenUnavailable } from '../wechat-faults.js';

/** Asks WeChat for the number behind the code of its phone button. A network call: never inside a transaction. */
@Injectable()
export class PhoneNumbers {
  constructor(private readonly wechat: MiniProgram) {}

  async ofCode(phoneCode: string): Promise<string> {
    const answer = await busyWhenUnavailable(this.wechat.phoneNumber(phoneCode));
    if (answer.outcome === 'refused') {
      throw new Refusal('phone_code_invalid');
    }
    const phone = normalisePhone(`+${answer.countryCode}${answer.number}`);
    if (phone === undefined) {
      throw new Refusal('phone_unsupported');
    }
    return phone;
  }
}
