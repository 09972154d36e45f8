import { View } from '@tarojs/components';
import { cx } from './cx';
import styles from './Skeleton.module.scss';

export type Bone = 'line' | 'short' | 'block' | 'square' | 'card';

/** The shape of what is coming. */
export function Skeleton({ bones, className }: { bones: readonly Bone[]; className?: string }) {
  return (
    <View className={cx(styles.skeleton, className)} aria-label="正在加载">
      {bones.map((bone, index) => (
        <View key={index} className={cx(styles.bone, styles[bone])} />
      ))}
    </View>
  );
}

/** As many rows of a list as fit the first screen. */
export function ListSkeleton({ rows = 4 }: { rows?: number }) {
  return <Skeleton bones={Array.from({ length: rows }, () => 'block' as const)} />;
}
