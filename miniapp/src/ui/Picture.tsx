import { Image, View } from '@tarojs/components';
import { useState } from 'react';
import { mediaUrl } from '@/platform/media';
import { cx } from './cx';
import { Icon } from './Icon';
import styles from './Picture.module.scss';

interface PictureProps {
  src: string | null | undefined;
  className?: string;
  /** What it shows, for those who cannot see it. */
  label?: string;
}

/** Fills its box; a picture that does not come leaves a quiet ground, never a broken one. */
export function Picture({ src, className, label }: PictureProps) {
  const [failed, setFailed] = useState(false);
  if (!src || failed) {
    return (
      <View className={cx(styles.picture, styles.missing, className)}>
        <Icon name="store" />
      </View>
    );
  }
  return (
    <Image
      className={cx(styles.picture, className)}
      src={mediaUrl(src)}
      mode="aspectFill"
      lazyLoad
      aria-label={label}
      onError={() => setFailed(true)}
    />
  );
}
