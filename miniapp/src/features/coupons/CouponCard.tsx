import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { CouponTerms } from '@/api/views';
import { cx } from '@/ui/cx';
import styles from './CouponCard.module.scss';
import { scopeText, thresholdText, worthText } from './coupon-text';

interface CouponCardProps {
  terms: CouponTerms;
  /** Until when it is good, or why it is not. */
  note: string;
  /** Of no use here or any more. */
  faint?: boolean;
  action?: ReactNode;
  onClick?: () => void;
}

/** A coupon as it lies in a drawer: its worth on the stub, its terms beside it. */
export function CouponCard({ terms, note, faint = false, action, onClick }: CouponCardProps) {
  return (
    <View className={cx(styles.card, faint && styles.faint)} onClick={onClick}>
      <View className={styles.stub}>
        <View className={styles.worth}>{worthText(terms)}</View>
        <View className={styles.threshold}>{thresholdText(terms)}</View>
      </View>
      <View className={styles.main}>
        <View className={styles.name}>{terms.name}</View>
        <View className={styles.note}>{scopeText(terms)}</View>
        <View className={styles.note}>{note}</View>
      </View>
      {action && <View className={styles.action}>{action}</View>}
    </View>
  );
}
