import { failureOf, type MiniProgramApi } from './mini-program-api.js';

const PATH = '/wxa/getwxacodeunlimit';
const SCENE = /^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]{1,32}$/;

export interface MiniProgramCodeRequest {
  /** 1 to 32 characters that need no encoding; the page reads it as `scene`. */
  readonly scene: string;
  /** Path of a published page, without a leading slash. */
  readonly page: string;
  readonly environment?: 'release' | 'trial' | 'develop';
  /** 280 to 1280 pixels. */
  readonly width?: number;
}

export interface MiniProgramCode {
  readonly bytes: Buffer;
  readonly contentType: string;
}

/** A code that stays valid for ever and may be made without end. */
export async function miniProgramCode(
  api: MiniProgramApi,
  request: MiniProgramCodeRequest,
): Promise<MiniProgramCode> {
  if (!SCENE.test(request.scene)) {
    throw new RangeError('A scene has 1 to 32 characters of those WeChat prints');
  }
  const answer = await api.post(PATH, {
    scene: request.scene,
    page: request.page,
    env_version: request.environment ?? 'release',
    width: request.width ?? 430,
    // Codes for pages that are not published yet are wanted while trying out.
    check_path: (request.environment ?? 'release') === 'release',
  });
  if (answer.kind === 'bytes') {
    return { bytes: answer.bytes, contentType: answer.contentType };
  }
  throw failureOf(PATH, answer);
}
