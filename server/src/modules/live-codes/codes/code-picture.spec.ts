import type { Config } from '../../../platform/config/index.js';
import { WechatRefused, type MiniProgram, type MiniProgramCodeRequest } from '../../../wechat/index.js';
import { CodePicture } from './code-picture.js';

const CODE = 'abcDEF1234';

function picture(wechatApiBase: string, draw: (request: MiniProgramCodeRequest) => unknown): CodePicture {
  const config = { get: () => wechatApiBase } as unknown as Config;
  return new CodePicture(config, {
    code: async (request: MiniProgramCodeRequest) => draw(request),
  } as MiniProgram);
}

describe('what is printed', () => {
  it('is the code that WeChat draws, for the join page and this code', async () => {
    const asked: MiniProgramCodeRequest[] = [];
    const svg = await picture('https://api.weixin.qq.com', (request) => {
      asked.push(request);
      return { bytes: Buffer.from('a picture'), contentType: 'image/png' };
    }).svg(CODE);
    expect(asked).toEqual([{ scene: CODE, page: 'pages/join/index', width: 1280 }]);
    expect(svg).toContain(`href="data:image/png;base64,${Buffer.from('a picture').toString('base64')}"`);
  });

  it('is a plain QR against the stand-in, which is never asked', async () => {
    const svg = await picture('http://127.0.0.1:8083', () => {
      throw new Error('not to be asked');
    }).svg(CODE);
    expect(svg).toContain('<svg');
    await expect(picture('http://127.0.0.1:8083', () => undefined).svg(CODE)).resolves.toBe(svg);
  });

  it('tells the admin what to do when WeChat refuses', async () => {
    const refused = picture('https://api.weixin.qq.com', () => {
      throw new WechatRefused('/wxa/getwxacodeunlimit', 41030, 'invalid page');
    });
    await expect(refused.svg(CODE)).rejects.toMatchObject({
      code: 'wechat_unavailable',
      message: '微信没有生成小程序码（41030），请先确认小程序已经发布。',
    });
  });
});
