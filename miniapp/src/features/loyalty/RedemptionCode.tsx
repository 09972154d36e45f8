import { View } from '@tarojs/components';
import type { RedemptionView } from '@/api/views';
import { QrCode } from '@/ui/QrCode';
import styles from './RedemptionCode.module.scss';

/** What the clerk scans or types. */
export function RedemptionCode({ redemption }: { redemption: RedemptionView }) {
  return (
    <View className={styles.code}>
      <QrCode text={redemption.code} />
      <View className={styles.text}>{redemption.code}</View>
      <View className={styles.hint}>{redemption.couponText ?? '到店给店员扫这个码，就能领走。'}</View>
    </View>
  );
}
