import { Text } from '../../../platform/http/index.js';

export class OpenSessionBody {
  @Text({ max: 32, pattern: /^wx[0-9a-z]{8,30}$/, doc: 'Which mini-program asks' })
  appId: string;

  @Text({ max: 128, doc: 'What `wx.login` gave' })
  code: string;
}
