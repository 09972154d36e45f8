import { BASE58_ALPHABET, randomText } from '../crypto/index.js';
import { FILE_ENDINGS, type PictureFormat } from './picture-formats.js';

export const UPLOADS_PREFIX = '/media/uploads/';

/** What the address of an upload looks like, to whoever is handed one. */
export const PICTURE_URL = /^\/media\/uploads\/[\w./-]{1,80}$/;

const NAME_LENGTH = 22;
const KEY = new RegExp(`^\\d{6}/[${BASE58_ALPHABET}]{${NAME_LENGTH}}(-s)?\\.(jpg|png|webp)$`);

export const CONTENT_TYPES: Readonly<Record<string, string>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
};

/** Names that nobody guesses: a picture of a complaint is seen by who was given its address. */
export function newFileKeys(format: PictureFormat, now: Date): { picture: string; thumbnail: string } {
  const folder = now.toISOString().slice(0, 7).replace('-', '');
  const name = `${folder}/${randomText(NAME_LENGTH, BASE58_ALPHABET)}`;
  return { picture: `${name}.${FILE_ENDINGS[format]}`, thumbnail: `${name}-s.${FILE_ENDINGS[format]}` };
}

export function isFileKey(text: string): boolean {
  return KEY.test(text);
}

export function contentTypeOf(key: string): string {
  return CONTENT_TYPES[key.slice(key.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

export function keyOfUrl(url: string): string {
  return url.slice(UPLOADS_PREFIX.length);
}

/** The small one of an upload; any other address as it is. */
export function thumbnailOf(url: string): string {
  return url.startsWith(UPLOADS_PREFIX) ? url.replace(/(\.\w+)$/, '-s$1') : url;
}
