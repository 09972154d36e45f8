export const PICTURE_FORMATS = ['jpeg', 'png', 'webp'] as const;
export type PictureFormat = (typeof PICTURE_FORMATS)[number];

export const FILE_ENDINGS: Readonly<Record<PictureFormat, string>> = {
  jpeg: 'jpg',
  png: 'png',
  webp: 'webp',
};

const SIGNATURES: Readonly<Record<PictureFormat, readonly (readonly [at: number, bytes: Buffer])[]>> = {
  jpeg: [[0, Buffer.from([0xff, 0xd8, 0xff])]],
  png: [[0, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])]],
  webp: [
    [0, Buffer.from('RIFF')],
    [8, Buffer.from('WEBP')],
  ],
};

/** What the bytes themselves say; neither the name of a file nor its declared type is believed. */
export function formatOf(bytes: Buffer): PictureFormat | undefined {
  return PICTURE_FORMATS.find((format) =>
    SIGNATURES[format].every(([at, mark]) => bytes.subarray(at, at + mark.length).equals(mark)),
  );
}
