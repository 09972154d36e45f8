import { STARS_MAX } from '@regulars/shared';
import { Text, View } from '@tarojs/components';
import { cx } from '@/ui/cx';
import styles from './Stars.module.scss';

interface StarsProps {
  value: number;
  /** With it they can be set. */
  onChange?: (value: number) => void;
}

export function Stars({ value, onChange }: StarsProps) {
  return (
    <View className={cx(styles.stars, onChange && styles.large)} aria-label={`${value} 星`}>
      {Array.from({ length: STARS_MAX }, (_, index) => index + 1).map((star) => (
        <Text
          key={star}
          className={cx(star <= value && styles.on)}
          aria-label={`${star} 星`}
          onClick={() => onChange?.(star)}
        >
          ★
        </Text>
      ))}
    </View>
  );
}
