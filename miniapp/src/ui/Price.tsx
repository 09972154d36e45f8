import { fenToYuan } from '@regulars/shared';
import { Text, View } from '@tarojs/components';
import { cx } from './cx';
import styles from './Price.module.scss';

interface PriceProps {
  fen: number;
  size?: 'small' | 'medium' | 'large';
  /** The list price beside a better one. */
  struck?: boolean;
  /** Beside a more important one. */
  light?: boolean;
  className?: string;
}

/** ¥ and cents small, yuan large, digits of one width. */
export function Price({ fen, size = 'medium', struck = false, light = false, className }: PriceProps) {
  const [yuan, cents] = fenToYuan(fen).split('.');
  return (
    <View
      className={cx(styles.price, styles[size], struck && styles.struck, light && styles.light, className)}
    >
      <Text className={styles.sign}>¥</Text>
      <Text className={styles.yuan}>{yuan}</Text>
      {cents !== '00' && <Text className={styles.cents}>.{cents}</Text>}
    </View>
  );
}
