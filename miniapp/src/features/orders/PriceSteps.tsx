import { formatFen } from '@regulars/shared';
import { Text, View } from '@tarojs/components';
import type { QuoteStep } from '@/api/views';
import { cx } from '@/ui/cx';
import { Price } from '@/ui/Price';
import styles from './PriceSteps.module.scss';

interface PriceStepsProps {
  steps: readonly QuoteStep[];
  payFen: number;
  /** What the last line is called: still to pay, or paid. */
  label: string;
}

/** How the price came about, one sentence a line: nobody has to guess. */
export function PriceSteps({ steps, payFen, label }: PriceStepsProps) {
  return (
    <View className={styles.steps}>
      {steps.map((step, index) => (
        <View key={`${step.rule}-${index}`} className={styles.step}>
          <Text>{step.label}</Text>
          <Text className={cx(styles.amount, step.amountFen < 0 && styles.saving)}>
            {formatFen(step.amountFen)}
          </Text>
        </View>
      ))}
      <View className={cx(styles.step, styles.total)}>
        <Text>{label}</Text>
        <Price fen={payFen} size="medium" />
      </View>
    </View>
  );
}
