import { View } from '@tarojs/components';
import { Icon } from './Icon';
import styles from './Stepper.module.scss';
import { cx } from './cx';

interface StepperProps {
  value: number;
  min?: number;
  max: number;
  onChange: (value: number) => void;
  label: string;
}

export function Stepper({ value, min = 1, max, onChange, label }: StepperProps) {
  const step = (by: number) => {
    const next = value + by;
    if (next >= min && next <= max) {
      onChange(next);
    }
  };
  return (
    <View className={styles.stepper} onClick={(event) => event.stopPropagation()}>
      <View
        className={cx(styles.button, value <= min && styles.off)}
        aria-label={`减少${label}`}
        onClick={() => step(-1)}
      >
        <Icon name="minus" />
      </View>
      <View className={styles.value}>{value}</View>
      <View
        className={cx(styles.button, value >= max && styles.off)}
        aria-label={`增加${label}`}
        onClick={() => step(1)}
      >
        <Icon name="plus" />
      </View>
    </View>
  );
}
