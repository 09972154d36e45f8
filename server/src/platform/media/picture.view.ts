import { Text, Whole } from '../http/index.js';
import type { Picture } from './picture.entity.js';

export class PictureView {
  @Text({ max: 100, doc: 'Its address' })
  url: string;

  @Text({ max: 100, doc: 'The address of a small one, for lists' })
  thumbnailUrl: string;

  @Whole({ min: 1, max: 100_000, doc: 'Pixels' })
  width: number;

  @Whole({ min: 1, max: 100_000, doc: 'Pixels' })
  height: number;
}

export function toPictureView({ url, thumbnailUrl, width, height }: Picture): PictureView {
  return { url, thumbnailUrl, width, height };
}
