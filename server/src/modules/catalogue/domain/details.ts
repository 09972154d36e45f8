import type { DetailKind } from '@regulars/shared';

/** What is told of a product, piece by piece: never markup, so nothing in it can run. */
export interface DetailBlock {
  readonly kind: DetailKind;
  /** The paragraph, or what the picture shows. */
  readonly text: string;
  /** Of a picture. */
  readonly url: string | null;
}

export interface DetailFault {
  readonly field: string;
  readonly message: string;
}

export function detailFaults(blocks: readonly DetailBlock[]): DetailFault[] {
  return blocks.flatMap(({ kind, text, url }, index) => {
    if (kind === 'picture') {
      return url === null ? [{ field: `details.${index}.url`, message: '请选择图片' }] : [];
    }
    return text === '' || url !== null
      ? [{ field: `details.${index}.text`, message: '段落要写文字，不能带图片地址' }]
      : [];
  });
}
