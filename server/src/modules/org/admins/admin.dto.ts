import { Email, Text } from '../../../platform/http/index.js';

export class SignInBody {
  @Email({ doc: 'The admin’s email' })
  email: string;

  @Text({ max: 200, trim: false, doc: 'The password' })
  password: string;

  @Text({
    max: 6,
    pattern: /^\d{6}$/,
    patternMessage: '动态码是 6 位数字',
    doc: 'The code that the authenticator app shows',
  })
  otp: string;
}
