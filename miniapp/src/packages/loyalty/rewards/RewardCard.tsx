import { View } from '@tarojs/components';
import type { RewardView } from '@/api/views';
import { cx } from '@/ui/cx';
import { Picture } from '@/ui/Picture';
import { PointsAmount } from '@/ui/PointsAmount';
import styles from './RewardCard.module.scss';

export function RewardCard({ reward, onOpen }: { reward: RewardView; onOpen: () => void }) {
  return (
    <View className={cx(styles.card, reward.stock === 0 && styles.away)} onClick={onOpen}>
      <Picture src={reward.pictureUrl} className={styles.picture} label={reward.name} />
      <View className={styles.main}>
        <View className={styles.name}>{reward.name}</View>
        <PointsAmount points={reward.points} className={styles.points} />
        <View className={styles.note}>{reward.reason ?? `还剩 ${reward.stock} 份`}</View>
      </View>
    </View>
  );
}
