import { formatFen } from '@regulars/shared';
import { View } from '@tarojs/components';
import type { CardView } from '@/api/views';
import { open } from '@/platform/navigate';
import { formatPoints } from '@regulars/shared';
import { Block } from '@/ui/Block';
import styles from './Progress.module.scss';

/** Points, what was saved so far, and how far the next tier is. */
export function Progress({ card }: { card: CardView }) {
  const { growth, points, savedFen, tier } = card;
  const goal = tier.next ? growth + tier.next.growthNeeded : growth;
  return (
    <Block>
      <View className={styles.figures}>
        <View className={styles.figure} onClick={() => open('points')}>
          <View className={styles.value}>{formatPoints(points.available)}</View>
          <View className={styles.label}>积分</View>
        </View>
        <View className={styles.figure}>
          <View className={styles.value}>{formatPoints(growth)}</View>
          <View className={styles.label}>成长值</View>
        </View>
        <View className={styles.figure}>
          <View className={styles.value}>{formatFen(savedFen)}</View>
          <View className={styles.label}>已为你省下</View>
        </View>
      </View>
      {tier.next && (
        <>
          <View className={styles.track}>
            <View className={styles.done} style={{ width: `${Math.round((growth / goal) * 100)}%` }} />
          </View>
          <View
            className={styles.label}
          >{`再攒 ${formatPoints(tier.next.growthNeeded)} 成长值，就是“${tier.next.name}”`}</View>
        </>
      )}
    </Block>
  );
}
