import sharp from 'sharp';
import { formatOf, type PictureFormat } from './picture-formats.js';

/** A little more than what the cameras of phones make. */
const PIXELS_MAX = 60_000_000;
const SIDE_MAX = 2000;
const THUMBNAIL_SIDE_MAX = 480;
const QUALITY = 82;

export interface DrawnPicture {
  readonly format: PictureFormat;
  readonly bytes: Buffer;
  readonly thumbnail: Buffer;
  readonly width: number;
  readonly height: number;
}

/**
 * Decodes the picture and draws it anew, upright and of a usable size, so that nothing is left of what else the
 * file carried: place, camera, comments, or a page hidden behind the pixels.
 * @returns undefined when it is no picture, whatever it is called
 */
export async function drawAnew(file: Buffer): Promise<DrawnPicture | undefined> {
  const format = formatOf(file);
  if (format === undefined) {
    return undefined;
  }
  try {
    const full = await draw(file, format, SIDE_MAX);
    const small = await draw(file, format, THUMBNAIL_SIDE_MAX);
    const { width, height } = full.info;
    return { format, bytes: full.data, thumbnail: small.data, width, height };
  } catch {
    // The library fails only on bytes that it can't read: broken off, or with more pixels than we draw.
    return undefined;
  }
}

function draw(file: Buffer, format: PictureFormat, side: number) {
  return sharp(file, { limitInputPixels: PIXELS_MAX, failOn: 'error', autoOrient: true })
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .toFormat(format, { quality: QUALITY })
    .toBuffer({ resolveWithObject: true });
}
