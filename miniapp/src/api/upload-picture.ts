import { loadConfig } from '@/platform/config';
import { uploadPicture as upload } from '@/platform/pictures';
import { session } from './api';
import type { PictureView } from './views';

export class UploadRefused extends Error {}

/** Brings a picture of this phone to the server, which draws it anew. */
export async function uploadPicture(path: string): Promise<PictureView> {
  const { apiBase } = await loadConfig();
  const { token } = await session.ensure();
  const { status, body } = await upload({
    url: `${apiBase}/api/member/pictures`,
    path,
    headers: { Authorization: `Bearer ${token}` },
  });
  if (status >= 300) {
    const detail = (body as { detail?: string } | undefined)?.detail;
    throw new UploadRefused(detail ?? '这张图片没有传上去，请换一张再试。');
  }
  return body as PictureView;
}
