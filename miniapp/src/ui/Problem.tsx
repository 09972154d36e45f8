import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import styles from './Problem.module.scss';

/** What stands in the way, where it stands in the way. */
export function Problem({ children }: { children: ReactNode }) {
  return <View className={styles.problem}>{children}</View>;
}
