import { Injectable } from '@nestjs/common';
import QRCode from 'qrcode';
import { Config } from '../../../platform/config/index.js';
import { Refusal } from '../../../platform/http/index.js';
import { MiniProgram, WechatRefused, type MiniProgramCode } from '../../../wechat/index.js';

const JOIN_PAGE = 'pages/join/index';
const PRINT_PIXELS = 1280;

/**
 * What is printed. Against WeChat itself it is the round mini-program code that WeChat draws; against the stand-in,
 * which never speaks https, a plain QR of the same page and scene that any scanner can read.
 */
@Injectable()
export class CodePicture {
  private readonly drawnByWechat: boolean;

  constructor(
    config: Config,
    private readonly miniProgram: MiniProgram,
  ) {
    this.drawnByWechat = config.get('wechatApiBase').startsWith('https://');
  }

  /** An SVG, so that it prints sharp at any size. */
  async svg(code: string): Promise<string> {
    if (!this.drawnByWechat) {
      return QRCode.toString(`${JOIN_PAGE}?scene=${code}`, {
        type: 'svg',
        errorCorrectionLevel: 'M',
        margin: 2,
      });
    }
    const { bytes, contentType } = await this.drawn(code);
    const image = `data:${contentType};base64,${bytes.toString('base64')}`;
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${PRINT_PIXELS} ${PRINT_PIXELS}">` +
      `<image href="${image}" width="${PRINT_PIXELS}" height="${PRINT_PIXELS}"/></svg>`
    );
  }

  private async drawn(code: string): Promise<MiniProgramCode> {
    try {
      return await this.miniProgram.code({ scene: code, page: JOIN_PAGE, width: PRINT_PIXELS });
    } catch (error) {
      if (error instanceof WechatRefused) {
        const detail = `微信没有生成小程序码（${error.errcode}），请先确认小程序已经发布。`;
        throw new Refusal('wechat_unavailable', { detail });
      }
      throw error;
    }
  }
}
