import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { cx } from './cx';
import styles from './Tag.module.scss';

export function Tag({
  children,
  tone = 'plain',
}: {
  children: ReactNode;
  tone?: 'plain' | 'brand' | 'good' | 'bad';
}) {
  return <View className={cx(styles.tag, styles[tone])}>{children}</View>;
}
