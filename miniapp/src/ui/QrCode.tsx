import { Image } from '@tarojs/components';
import qrcode from 'qrcode-generator';
import { useMemo } from 'react';
import { cx } from './cx';
import styles from './QrCode.module.scss';

// Large enough to stay crisp at three device pixels per px.
const CELL_PX = 8;

interface QrCodeProps {
  text: string;
  size?: 'small' | 'medium' | 'large';
}

export function QrCode({ text, size = 'medium' }: QrCodeProps) {
  const src = useMemo(() => qrDataUrl(text), [text]);
  return <Image className={cx(styles.qr, styles[size])} src={src} mode="scaleToFill" aria-label="二维码" />;
}

function qrDataUrl(text: string): string {
  const code = qrcode(0, 'M');
  code.addData(text);
  code.make();
  return code.createDataURL(CELL_PX, 0);
}
