import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { cx } from './cx';
import styles from './Block.module.scss';

interface BlockProps {
  title?: ReactNode;
  /** Beside the title: a small way on. */
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
  /** Rows run to the edges of the block. */
  flush?: boolean;
  onClick?: () => void;
}

/** A sheet of white on the paper: things that belong together. */
export function Block({ title, aside, children, className, flush = false, onClick }: BlockProps) {
  return (
    <View className={cx(styles.block, !flush && styles.padded, className)} onClick={onClick}>
      {title && (
        <View className={cx(styles.head, flush && styles.flushHead)}>
          <View className={styles.title}>{title}</View>
          <View className={styles.aside}>{aside}</View>
        </View>
      )}
      {children}
    </View>
  );
}
