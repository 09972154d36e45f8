import { Text, View } from '@tarojs/components';
import { formatPoints } from '@regulars/shared';
import { cx } from './cx';
import styles from './PointsAmount.module.scss';

interface PointsAmountProps {
  points: number;
  size?: 'medium' | 'large' | 'hero';
  /** A change shows its sign. */
  signed?: boolean;
  className?: string;
}

export function PointsAmount({ points, size = 'medium', signed = false, className }: PointsAmountProps) {
  const sign = signed && points > 0 ? '+' : '';
  return (
    <View className={cx(styles.points, styles[size], className)}>
      {`${sign}${formatPoints(points)}`}
      <Text className={styles.unit}>积分</Text>
    </View>
  );
}
