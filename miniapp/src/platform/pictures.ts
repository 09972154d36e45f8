import Taro from '@tarojs/taro';
import { ConnectionError } from './request';

/** Where chosen pictures lie for the moment; none when the person thought better of it. */
export async function choosePictures(count: number): Promise<string[]> {
  try {
    const { tempFilePaths } = await Taro.chooseImage({ count, sizeType: ['compressed'] });
    return tempFilePaths.slice(0, count);
  } catch {
    return [];
  }
}

export interface PictureUpload {
  readonly url: string;
  readonly path: string;
  readonly headers: Record<string, string>;
}

const TIMEOUT_MS = 60_000;

export async function uploadPicture({
  url,
  path,
  headers,
}: PictureUpload): Promise<{ status: number; body: unknown }> {
  try {
    const answer = await Taro.uploadFile({
      url,
      filePath: path,
      name: 'file',
      header: headers,
      timeout: TIMEOUT_MS,
    });
    return { status: answer.statusCode, body: parse(answer.data) };
  } catch {
    throw new ConnectionError('offline');
  }
}

function parse(text: unknown): unknown {
  if (typeof text !== 'string') {
    return text;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
